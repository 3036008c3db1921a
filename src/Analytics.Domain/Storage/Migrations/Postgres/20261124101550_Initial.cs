using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Analytics.Domain.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_roles",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalized_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rows = table.Column<int>(type: "integer", nullable: true),
                    entry_key = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    file_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    loaded = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    corrected = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false),
                    warnings = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    archive_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    official_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    born = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    anchor_unit_id = table.Column<int>(type: "integer", nullable: true),
                    anchor_position_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "position",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_vi = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_position", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publication",
                columns: table => new
                {
                    version = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "regime",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort = table.Column<int>(type: "integer", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_regime", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "round_parameters",
                columns: table => new
                {
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    officials = table.Column<int>(type: "integer", nullable: false),
                    p0 = table.Column<double>(type: "double precision", nullable: false),
                    phi = table.Column<double>(type: "double precision", nullable: false),
                    rho = table.Column<double>(type: "double precision", nullable: false),
                    overdispersed = table.Column<bool>(type: "boolean", nullable: false),
                    compared = table.Column<int>(type: "integer", nullable: false),
                    alerts = table.Column<int>(type: "integer", nullable: false),
                    alarms = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_parameters", x => new { x.round_id, x.position });
                });

            migrationBuilder.CreateTable(
                name: "schedule",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    job = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cron = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    missed = table.Column<int>(type: "integer", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stale_mark",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    round_id = table.Column<int>(type: "integer", nullable: true),
                    unit_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stale_mark", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "store_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    data_version = table.Column<long>(type: "bigint", nullable: false),
                    work_version = table.Column<long>(type: "bigint", nullable: false),
                    formula_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_store_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    level = table.Column<int>(type: "integer", nullable: false),
                    parent_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    area_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_change",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    effective_date = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    from_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    to_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    whole = table.Column<bool>(type: "boolean", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "user",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    areas = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    security_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_role_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role_id = table.Column<int>(type: "integer", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claim_value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_role_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_access_role_claims_access_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "access_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_problem",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    import_id = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    row = table.Column<int>(type: "integer", nullable: true),
                    column = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_error = table.Column<bool>(type: "boolean", nullable: false),
                    message_vi = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    message_en = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_problem", x => x.id);
                    table.ForeignKey(
                        name: "FK_import_problem_import_import_id",
                        column: x => x.import_id,
                        principalTable: "import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_vi = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    regime_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    held_from = table.Column<DateOnly>(type: "date", nullable: false),
                    held_to = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    level = table.Column<int>(type: "integer", nullable: false),
                    sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round", x => x.id);
                    table.ForeignKey(
                        name: "FK_round_regime_regime_id",
                        column: x => x.regime_id,
                        principalTable: "regime",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    schedule_id = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    request = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    retry_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lateness_seconds = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run", x => x.id);
                    table.ForeignKey(
                        name: "FK_run_schedule_schedule_id",
                        column: x => x.schedule_id,
                        principalTable: "schedule",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claim_value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_access_user_claims_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_display_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    user_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_access_user_logins_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_user_roles",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    role_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_user_roles", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "FK_access_user_roles_access_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "access_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_access_user_roles_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_access_user_tokens_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "briefing",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    run_id = table.Column<int>(type: "integer", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    data_version = table.Column<long>(type: "bigint", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    folder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    html_bytes = table.Column<long>(type: "bigint", nullable: false),
                    zip_bytes = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    zip_sha256 = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_briefing", x => x.id);
                    table.ForeignKey(
                        name: "FK_briefing_round_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "result",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    position_id = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<int>(type: "integer", nullable: false),
                    official_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    official_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    delegates = table.Column<int>(type: "integer", nullable: true),
                    invited = table.Column<int>(type: "integer", nullable: true),
                    present = table.Column<int>(type: "integer", nullable: true),
                    issued = table.Column<int>(type: "integer", nullable: true),
                    collected = table.Column<int>(type: "integer", nullable: true),
                    valid = table.Column<int>(type: "integer", nullable: true),
                    invalid = table.Column<int>(type: "integer", nullable: true),
                    high = table.Column<int>(type: "integer", nullable: true),
                    middle = table.Column<int>(type: "integer", nullable: true),
                    low = table.Column<int>(type: "integer", nullable: true),
                    exempt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    published_low_percent = table.Column<double>(type: "double precision", nullable: true),
                    published_high_percent = table.Column<double>(type: "double precision", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    extra = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    import_id = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    row_number = table.Column<int>(type: "integer", nullable: false),
                    from_version = table.Column<long>(type: "bigint", nullable: false),
                    to_version = table.Column<long>(type: "bigint", nullable: true),
                    close_reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_result", x => x.id);
                    table.ForeignKey(
                        name: "FK_result_import_import_id",
                        column: x => x.import_id,
                        principalTable: "import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_result_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_result_position_position_id",
                        column: x => x.position_id,
                        principalTable: "position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_result_round_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_result_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_entry",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    position_id = table.Column<int>(type: "integer", nullable: false),
                    official = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    official_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    born = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    in_post_since = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    official_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    import_id = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    row_number = table.Column<int>(type: "integer", nullable: false),
                    from_version = table.Column<long>(type: "bigint", nullable: false),
                    to_version = table.Column<long>(type: "bigint", nullable: true),
                    close_reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_entry", x => x.id);
                    table.ForeignKey(
                        name: "FK_roster_entry_position_position_id",
                        column: x => x.position_id,
                        principalTable: "position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_entry_round_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_roster_entry_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "snapshot",
                columns: table => new
                {
                    by = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    officials = table.Column<int>(type: "integer", nullable: false),
                    left_out = table.Column<int>(type: "integer", nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    @base = table.Column<long>(name: "base", type: "bigint", nullable: false),
                    high = table.Column<long>(type: "bigint", nullable: false),
                    middle = table.Column<long>(type: "bigint", nullable: false),
                    low = table.Column<long>(type: "bigint", nullable: false),
                    below_rule = table.Column<int>(type: "integer", nullable: false),
                    low_share = table.Column<double>(type: "double precision", nullable: true),
                    low_lower = table.Column<double>(type: "double precision", nullable: true),
                    low_upper = table.Column<double>(type: "double precision", nullable: true),
                    previous_round_id = table.Column<int>(type: "integer", nullable: true),
                    change = table.Column<double>(type: "double precision", nullable: true),
                    change_lower = table.Column<double>(type: "double precision", nullable: true),
                    change_upper = table.Column<double>(type: "double precision", nullable: true),
                    change_p = table.Column<double>(type: "double precision", nullable: true),
                    slope = table.Column<double>(type: "double precision", nullable: true),
                    slope_lower = table.Column<double>(type: "double precision", nullable: true),
                    slope_upper = table.Column<double>(type: "double precision", nullable: true),
                    slope_p = table.Column<double>(type: "double precision", nullable: true),
                    rounds = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_snapshot", x => new { x.by, x.key, x.position, x.round_id });
                    table.ForeignKey(
                        name: "FK_snapshot_round_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "threshold_mark",
                columns: table => new
                {
                    result_id = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    standing = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_threshold_mark", x => x.result_id);
                    table.ForeignKey(
                        name: "FK_threshold_mark_result_result_id",
                        column: x => x.result_id,
                        principalTable: "result",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_role_claims_role_id",
                table: "access_role_claims",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "access_roles",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_user_claims_user_id",
                table: "access_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_user_logins_user_id",
                table: "access_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_user_roles_role_id",
                table: "access_user_roles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_at",
                table: "audit_entry",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_entry_key",
                table: "audit_entry",
                column: "entry_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_briefing_round_id",
                table: "briefing",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "IX_briefing_run_id",
                table: "briefing",
                column: "run_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_sha256",
                table: "import",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_import_problem_import_id",
                table: "import_problem",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_person_name_folded",
                table: "person",
                column: "name_folded");

            migrationBuilder.CreateIndex(
                name: "IX_person_official_code",
                table: "person",
                column: "official_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_position_code",
                table: "position",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_result_import_id_row_number",
                table: "result",
                columns: new[] { "import_id", "row_number" });

            migrationBuilder.CreateIndex(
                name: "IX_result_person_id",
                table: "result",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_result_position_id",
                table: "result",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "IX_result_round_id_sequence",
                table: "result",
                columns: new[] { "round_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_result_round_id_unit_id_position_id_official_key",
                table: "result",
                columns: new[] { "round_id", "unit_id", "position_id", "official_key" },
                unique: true,
                filter: "to_version IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_result_unit_id_round_id",
                table: "result",
                columns: new[] { "unit_id", "round_id" });

            migrationBuilder.CreateIndex(
                name: "IX_roster_entry_position_id",
                table: "roster_entry",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "IX_roster_entry_round_id_unit_id_position_id_official_key",
                table: "roster_entry",
                columns: new[] { "round_id", "unit_id", "position_id", "official_key" },
                unique: true,
                filter: "to_version IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_roster_entry_unit_id",
                table: "roster_entry",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_round_code",
                table: "round",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_regime_id",
                table: "round",
                column: "regime_id");

            migrationBuilder.CreateIndex(
                name: "IX_run_schedule_id_due_at",
                table: "run",
                columns: new[] { "schedule_id", "due_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_run_state",
                table: "run",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_schedule_name",
                table: "schedule",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_snapshot_round_id_by",
                table: "snapshot",
                columns: new[] { "round_id", "by" });

            migrationBuilder.CreateIndex(
                name: "IX_threshold_mark_round_id",
                table: "threshold_mark",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "IX_unit_code_valid_from",
                table: "unit",
                columns: new[] { "code", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "IX_unit_name_folded",
                table: "unit",
                column: "name_folded");

            migrationBuilder.CreateIndex(
                name: "IX_unit_change_from_code",
                table: "unit_change",
                column: "from_code");

            migrationBuilder.CreateIndex(
                name: "IX_unit_change_to_code",
                table: "unit_change",
                column: "to_code");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "user",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "user",
                column: "normalized_user_name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_role_claims");

            migrationBuilder.DropTable(
                name: "access_user_claims");

            migrationBuilder.DropTable(
                name: "access_user_logins");

            migrationBuilder.DropTable(
                name: "access_user_roles");

            migrationBuilder.DropTable(
                name: "access_user_tokens");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "briefing");

            migrationBuilder.DropTable(
                name: "import_problem");

            migrationBuilder.DropTable(
                name: "publication");

            migrationBuilder.DropTable(
                name: "roster_entry");

            migrationBuilder.DropTable(
                name: "round_parameters");

            migrationBuilder.DropTable(
                name: "run");

            migrationBuilder.DropTable(
                name: "snapshot");

            migrationBuilder.DropTable(
                name: "stale_mark");

            migrationBuilder.DropTable(
                name: "store_state");

            migrationBuilder.DropTable(
                name: "threshold_mark");

            migrationBuilder.DropTable(
                name: "unit_change");

            migrationBuilder.DropTable(
                name: "access_roles");

            migrationBuilder.DropTable(
                name: "user");

            migrationBuilder.DropTable(
                name: "schedule");

            migrationBuilder.DropTable(
                name: "result");

            migrationBuilder.DropTable(
                name: "import");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "position");

            migrationBuilder.DropTable(
                name: "round");

            migrationBuilder.DropTable(
                name: "unit");

            migrationBuilder.DropTable(
                name: "regime");
        }
    }
}

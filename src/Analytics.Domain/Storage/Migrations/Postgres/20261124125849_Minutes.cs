using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Analytics.Domain.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Minutes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "complete",
                table: "import",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "confirmed",
                table: "import",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "published",
                table: "import",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "reconciled",
                table: "import",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "voted",
                table: "import",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "minutes_scan",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    stored_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    removed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    removed_by = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_minutes_scan", x => x.id);
                    table.ForeignKey(
                        name: "FK_minutes_scan_round_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_minutes_scan_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_match",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    person_id = table.Column<int>(type: "integer", nullable: false),
                    other_id = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    position_id = table.Column<int>(type: "integer", nullable: false),
                    official_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    import_id = table.Column<int>(type: "integer", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_match", x => x.id);
                    table.ForeignKey(
                        name: "FK_person_match_person_other_id",
                        column: x => x.other_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_person_match_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_quality",
                columns: table => new
                {
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    officials = table.Column<int>(type: "integer", nullable: false),
                    complete = table.Column<int>(type: "integer", nullable: false),
                    reconciled = table.Column<int>(type: "integer", nullable: false),
                    published = table.Column<int>(type: "integer", nullable: false),
                    confirmed = table.Column<int>(type: "integer", nullable: false),
                    invited = table.Column<int>(type: "integer", nullable: true),
                    present = table.Column<int>(type: "integer", nullable: true),
                    same_counts = table.Column<bool>(type: "boolean", nullable: false),
                    fingerprint = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_quality", x => new { x.round_id, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "verification",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    result_id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verification", x => x.id);
                    table.ForeignKey(
                        name: "FK_verification_result_result_id",
                        column: x => x.result_id,
                        principalTable: "result",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_minutes_scan_round_id_unit_id",
                table: "minutes_scan",
                columns: new[] { "round_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_minutes_scan_unit_id",
                table: "minutes_scan",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_person_match_official_key",
                table: "person_match",
                column: "official_key");

            migrationBuilder.CreateIndex(
                name: "IX_person_match_other_id",
                table: "person_match",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "IX_person_match_person_id_other_id",
                table: "person_match",
                columns: new[] { "person_id", "other_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_person_match_state",
                table: "person_match",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_unit_quality_round_id_fingerprint",
                table: "unit_quality",
                columns: new[] { "round_id", "fingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_verification_result_id",
                table: "verification",
                column: "result_id",
                unique: true,
                filter: "revoked_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "minutes_scan");

            migrationBuilder.DropTable(
                name: "person_match");

            migrationBuilder.DropTable(
                name: "unit_quality");

            migrationBuilder.DropTable(
                name: "verification");

            migrationBuilder.DropColumn(
                name: "complete",
                table: "import");

            migrationBuilder.DropColumn(
                name: "confirmed",
                table: "import");

            migrationBuilder.DropColumn(
                name: "published",
                table: "import");

            migrationBuilder.DropColumn(
                name: "reconciled",
                table: "import");

            migrationBuilder.DropColumn(
                name: "voted",
                table: "import");
        }
    }
}

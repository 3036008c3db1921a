using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Analytics.Domain.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "confirmed",
                table: "import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "published",
                table: "import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "reconciled",
                table: "import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "voted",
                table: "import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "minutes_scan",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    round_id = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<int>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    removed_by = table.Column<string>(type: "TEXT", nullable: true)
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    person_id = table.Column<int>(type: "INTEGER", nullable: false),
                    other_id = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<int>(type: "INTEGER", nullable: false),
                    position_id = table.Column<int>(type: "INTEGER", nullable: false),
                    official_key = table.Column<string>(type: "TEXT", nullable: false),
                    import_id = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true)
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
                    round_id = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<int>(type: "INTEGER", nullable: false),
                    officials = table.Column<int>(type: "INTEGER", nullable: false),
                    complete = table.Column<int>(type: "INTEGER", nullable: false),
                    reconciled = table.Column<int>(type: "INTEGER", nullable: false),
                    published = table.Column<int>(type: "INTEGER", nullable: false),
                    confirmed = table.Column<int>(type: "INTEGER", nullable: false),
                    invited = table.Column<int>(type: "INTEGER", nullable: true),
                    present = table.Column<int>(type: "INTEGER", nullable: true),
                    same_counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    fingerprint = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_quality", x => new { x.round_id, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "verification",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    result_id = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true)
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

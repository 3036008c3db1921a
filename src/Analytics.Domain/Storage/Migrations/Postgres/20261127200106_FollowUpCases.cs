using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Analytics.Domain.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FollowUpCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "opinions_due",
                table: "round_plan",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "outcome_due",
                table: "round_plan",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "review_due",
                table: "round_plan",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "follow_up_case",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    position_id = table.Column<int>(type: "integer", nullable: false),
                    result_id = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: false),
                    reason_text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    standing_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    strength = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: true),
                    @base = table.Column<int>(name: "base", type: "integer", nullable: true),
                    low_share = table.Column<double>(type: "double precision", nullable: true),
                    shrunken = table.Column<double>(type: "double precision", nullable: true),
                    lifted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    paused_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    pause_reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    assignee = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow_up_case", x => x.id);
                    table.ForeignKey(
                        name: "FK_follow_up_case_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_follow_up_case_position_position_id",
                        column: x => x.position_id,
                        principalTable: "position",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_follow_up_case_result_result_id",
                        column: x => x.result_id,
                        principalTable: "result",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_follow_up_case_round_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_follow_up_case_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal_answer",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    accepted = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    removed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    removed_by = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposal_answer", x => x.id);
                    table.ForeignKey(
                        name: "FK_proposal_answer_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_proposal_answer_round_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_proposal_answer_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_event",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    old = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @new = table.Column<string>(name: "new", type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_event", x => x.id);
                    table.ForeignKey(
                        name: "FK_case_event_follow_up_case_case_id",
                        column: x => x.case_id,
                        principalTable: "follow_up_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_item",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    assignee = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answer = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_item", x => x.id);
                    table.ForeignKey(
                        name: "FK_case_item_follow_up_case_case_id",
                        column: x => x.case_id,
                        principalTable: "follow_up_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_event_case_id_revision",
                table: "case_event",
                columns: new[] { "case_id", "revision" });

            migrationBuilder.CreateIndex(
                name: "IX_case_item_case_id",
                table: "case_item",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_case_person_id",
                table: "follow_up_case",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_case_position_id",
                table: "follow_up_case",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_case_result_id",
                table: "follow_up_case",
                column: "result_id");

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_case_round_id_person_id",
                table: "follow_up_case",
                columns: new[] { "round_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_case_unit_id",
                table: "follow_up_case",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_proposal_answer_person_id",
                table: "proposal_answer",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_proposal_answer_round_id_person_id_kind",
                table: "proposal_answer",
                columns: new[] { "round_id", "person_id", "kind" },
                unique: true,
                filter: "removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_proposal_answer_unit_id",
                table: "proposal_answer",
                column: "unit_id");

            // What was compared before there were cases: the next refresh opens theirs.
            migrationBuilder.Sql("INSERT INTO stale_mark (round_id, unit_id) SELECT CAST(NULL AS integer), CAST(NULL AS integer) WHERE EXISTS (SELECT 1 FROM verification WHERE revoked_at IS NULL)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_event");

            migrationBuilder.DropTable(
                name: "case_item");

            migrationBuilder.DropTable(
                name: "proposal_answer");

            migrationBuilder.DropTable(
                name: "follow_up_case");

            migrationBuilder.DropColumn(
                name: "opinions_due",
                table: "round_plan");

            migrationBuilder.DropColumn(
                name: "outcome_due",
                table: "round_plan");

            migrationBuilder.DropColumn(
                name: "review_due",
                table: "round_plan");
        }
    }
}

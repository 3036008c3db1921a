using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Analytics.Domain.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BriefingRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "schedule",
                type: "TEXT",
                nullable: false,
                defaultValue: "vi");

            migrationBuilder.AddColumn<string>(
                name: "request",
                table: "run",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "zip_sha256",
                table: "briefing",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "language",
                table: "schedule");

            migrationBuilder.DropColumn(
                name: "request",
                table: "run");

            migrationBuilder.DropColumn(
                name: "zip_sha256",
                table: "briefing");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Analytics.Domain.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClosedResults : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_result_to_version",
                table: "result",
                column: "to_version",
                filter: "to_version IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_result_to_version",
                table: "result");
        }
    }
}

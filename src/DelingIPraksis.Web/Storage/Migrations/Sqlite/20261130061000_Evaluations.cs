using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DelingIPraksis.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Evaluations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand, for WITHOUT ROWID: a row number would be the order in which the answers came.
            migrationBuilder.Sql(
                """
                CREATE TABLE "Evaluations" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_Evaluations" PRIMARY KEY,
                    "Gathering" TEXT NOT NULL,
                    "Question" TEXT NOT NULL,
                    "Choice" TEXT NULL,
                    "Words" TEXT NULL,
                    "Pair" TEXT NULL,
                    "Shown" INTEGER NOT NULL
                ) WITHOUT ROWID;
                """
            );
            migrationBuilder.CreateIndex(name: "IX_Evaluations_Gathering", table: "Evaluations", column: "Gathering");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Evaluations");
        }
    }
}

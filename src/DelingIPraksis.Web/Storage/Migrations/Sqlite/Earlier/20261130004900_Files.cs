using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DelingIPraksis.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Gathering = table.Column<Guid>(type: "TEXT", nullable: true),
                    Network = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Files", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Files_Gathering", table: "Files", column: "Gathering");

            migrationBuilder.CreateIndex(name: "IX_Files_Hash", table: "Files", column: "Hash");

            migrationBuilder.CreateIndex(name: "IX_Files_Network", table: "Files", column: "Network");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Files");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DelingIPraksis.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HandoverLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "HandoverLinks",
                columns: table => new
                {
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    Network = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandoverLinks", x => x.TokenHash);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_HandoverLinks_Network", table: "HandoverLinks", column: "Network");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "HandoverLinks");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DelingIPraksis.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Housekeeping : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Checksum",
                table: "Snapshots",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]
            );

            migrationBuilder.CreateTable(
                name: "Housekeeping",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Housekeeping", x => x.Name);
                }
            );

            // Earlier editions left erased data in the file. It is written anew once, after the start, and their snapshots are not read.
            migrationBuilder.Sql("DELETE FROM \"Snapshots\";");
            migrationBuilder.InsertData(table: "Housekeeping", columns: ["Name", "Value"], values: new object[] { "compaction-owed", "1" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Housekeeping");

            migrationBuilder.DropColumn(name: "Checksum", table: "Snapshots");
        }
    }
}

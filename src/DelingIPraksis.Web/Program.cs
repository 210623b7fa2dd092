using DelingIPraksis.Web.Board;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;

// Settings and assets lie beside the program, so that it starts the same from any folder.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.AddStorage();
builder.AddRooms();
builder.AddShell();
builder.Services.AddBoard();

var app = builder.Build();

app.UseShell();
app.UseAntiforgery();

app.MapShell();

await app.RunAsync();

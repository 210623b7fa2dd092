using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;

// Settings and assets lie beside the program, so that it starts the same from any folder.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.AddShell();
builder.AddStorage();
builder.AddRooms();
builder.AddAccess();

var app = builder.Build();

app.UseGuards();
app.UseShell();
app.UseAccess();
app.UseAntiforgery();

app.MapShell();
app.MapAccess();

await app.RunAsync();

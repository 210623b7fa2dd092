using DelingIPraksis.Web.Shell;

// Settings and assets lie beside the program, so that it starts the same from any folder.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.AddShell();

var app = builder.Build();

app.UseShell();
app.UseAntiforgery();

app.MapShell();

await app.RunAsync();

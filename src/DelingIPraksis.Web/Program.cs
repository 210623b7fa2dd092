using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddStorage();
builder.AddRooms();
var app = builder.Build();
app.Run();

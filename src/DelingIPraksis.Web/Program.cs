using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Api;
using DelingIPraksis.Web.Board;
using DelingIPraksis.Web.Briefs;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Consent;
using DelingIPraksis.Web.Console;
using DelingIPraksis.Web.Demo;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Duties;
using DelingIPraksis.Web.Evaluations;
using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Live;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Networks;
using DelingIPraksis.Web.Operations;
using DelingIPraksis.Web.PersonalData;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Programme;
using DelingIPraksis.Web.Promises;
using DelingIPraksis.Web.Rehearsal;
using DelingIPraksis.Web.Reporting;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Search;
using DelingIPraksis.Web.Service;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Speakers;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Themes;

CommandLine.ChooseLanguage(args);

// Help, verbs and wrong usage need no service.
if (await CommandLine.AnswerAsync(args) is { } exitCode) return exitCode;

// Settings and assets lie beside the program, so that it starts the same from any folder.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = CommandLine.ForTheHost(args), ContentRootPath = AppContext.BaseDirectory }
);

builder.AddService(args);
builder.AddStorage();
builder.AddRooms();
builder.AddShell();
builder.AddAccess();
builder.Services.AddMail();
builder.Services.AddLive();
builder.Services.AddActing();
builder.Services.AddFollowup();
builder.Services.AddEvaluations();
builder.AddProgramme();
builder.Services.AddBoard();
builder.Services.AddConsole();
builder.Services.AddRehearsal();
builder.AddDemo();
builder.AddReporting();
builder.Services.AddBriefs();
builder.Services.AddNetworkPages();
builder.Services.AddApi();
builder.Services.AddThemes();
builder.Services.AddSearch();
builder.Services.AddDesk();
builder.Services.AddConsent();
builder.Services.AddSpeakers();
builder.Services.AddPromises();
builder.Services.AddPersonalData();
builder.Services.AddDuties();
builder.Services.AddOperations();
builder.Services.AddTelemetry(builder.Configuration);

var app = builder.Build();

// What is set is looked at before anything is built on it.
if (await app.SayWrongSettingsAsync() is { } wrong) return wrong;

app.UseGuards();
app.UseShell();
app.UseAccess();
app.UseAntiforgery();

app.MapService();
app.MapShell();
app.MapLogos();
app.MapLive();
app.MapAccess();
app.MapProgramme();
app.MapThemes();
app.MapDemo();
app.MapReporting();
app.MapBriefs();
app.MapNetworkPages();
app.MapApi();
app.MapPersonalData();
app.MapDuties();
app.MapPromises();

return await app.RunServiceAsync();

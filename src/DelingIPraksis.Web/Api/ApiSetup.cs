using DelingIPraksis.Web.Api.Hooks;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace DelingIPraksis.Web.Api;

/// <summary>Registers and maps the HTTP interface for other programs, and its description in OpenAPI.</summary>
internal static class ApiSetup
{
    private const string Scheme = "token";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<ApiEndpoints>();
        services.AddSingleton<ApiLimit>();
        services.AddSingleton<WebhookEndpoints>();
        services.AddWebhooks();
        services.AddOpenApi(options =>
        {
            options.ShouldInclude = operation => operation.RelativePath?.StartsWith(Addresses.Api, StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, context, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Deling i praksis",
                    Version = "1",
                    Description = "What a network lets other programs read: gatherings, programmes, published reports, archives. The owner "
                        + "of the network makes a token on the page «Grensesnitt» of the network.",
                };
                // The address of whoever asked is not in the description, so that it is the same for everybody.
                document.Servers = [];
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
                };
                document.Security =
                [
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] },
                ];
                return Task.CompletedTask;
            });
        });
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi($"/{Addresses.ApiDescription}");
        var api = app.MapGroup($"/{Addresses.Api}").AddEndpointFilter(ApiAccess.GuardAsync);
        ApiEndpoints.Map(api);
        WebhookEndpoints.Map(api);
        app.MapFallback($"/{Addresses.Api}/{{**rest}}", () => ApiAccess.NotFound($"There is nothing here. See {Addresses.ApiDescription}."))
            .ExcludeFromDescription();
    }

    /// <summary>Names an operation, and says what it needs and answers.</summary>
    public static void For<T>(this RouteHandlerBuilder operation, string name, string summary, ApiScope scope)
    {
        operation.WithName(name).WithSummary(summary).WithMetadata(new NeededScope(scope)).WithTags("v1")
            .Produces<T>().Produces(StatusCodes.Status304NotModified)
            .Produces<ProblemDetails>(StatusCodes.Status429TooManyRequests, "application/problem+json")
            .Produces<ProblemDetails>(StatusCodes.Status401Unauthorized, "application/problem+json")
            .Produces<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json");
        if (scope != ApiScope.None)
            operation.WithDescription($"Needs the scope {ApiAccess.NamesOf(scope)[0]}.")
                .Produces<ProblemDetails>(StatusCodes.Status403Forbidden, "application/problem+json");
    }
}

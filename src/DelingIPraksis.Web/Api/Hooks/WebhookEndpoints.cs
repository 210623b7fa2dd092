using System.ComponentModel;
using System.Text.Json.Serialization;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace DelingIPraksis.Web.Api.Hooks;

/// <summary>The receivers of the network of the key: seen, added and taken away by another program.</summary>
internal sealed class WebhookEndpoints(Webhooks hooks)
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet(Addresses.OfApi.Webhooks, (HttpContext context, WebhookEndpoints of) => of.ListAsync(context))
            .For<WebhookAnswer[]>("listWebhooks", "The receivers that are told", ApiScope.Webhooks);
        api.MapPost(Addresses.OfApi.Webhooks, (HttpContext context, WebhookEndpoints of, WebhookWanted wanted) =>
                of.AddAsync(context, wanted))
            .For<WebhookAnswer>("addWebhook", "Adds a receiver. The answer has its secret, which is told this once", ApiScope.Webhooks);
        api.MapDelete(Addresses.OfApi.Webhook, (HttpContext context, WebhookEndpoints of, Guid id) => of.RemoveAsync(context, id))
            .For<ProblemDetails>("removeWebhook", "Takes a receiver away. Answers 204", ApiScope.Webhooks);
    }

    private async Task<IResult> ListAsync(HttpContext context)
    {
        var all = await hooks.OfAsync(ApiAccess.TokenOf(context).Network);
        return ApiAnswer.Of(context, all.Select(hook => AnswerOf(hook)).ToArray());
    }

    private async Task<IResult> AddAsync(HttpContext context, WebhookWanted wanted)
    {
        if (Webhooks.Read(wanted.Url) is not { } address)
            return ApiAccess.Problem(StatusCodes.Status400BadRequest, "url is an https address without a user and a fragment.");
        return await hooks.AddAsync(ApiAccess.TokenOf(context).Network, address) is { } added
            ? ApiAnswer.Of(context, AnswerOf(added.Webhook, added.Secret))
            : ApiAccess.Problem(StatusCodes.Status409Conflict, $"The network has {Webhooks.Most} receivers, which is the most.");
    }

    private async Task<IResult> RemoveAsync(HttpContext context, Guid id) =>
        await hooks.RemoveAsync(ApiAccess.TokenOf(context).Network, id)
            ? Results.NoContent()
            : ApiAccess.NotFound("The network has no such receiver.");

    private static WebhookAnswer AnswerOf(Webhook hook, string? secret = null) => new(
        hook.Id.ToString("N"), new(hook.Address), hook.MadeAt, hook.TakenAt, hook.Fault, hook.Status, hook.GivenUpAt, secret);
}

/// <summary>A receiver that is asked for.</summary>
internal sealed record WebhookWanted([property: Description("An https address, public and on port 443.")] string? Url);

/// <summary>A receiver.</summary>
internal sealed record WebhookAnswer(
    string Id,
    Uri Url,
    DateTimeOffset MadeAt,
    [property: Description("When it last took a message.")] DateTimeOffset? TakenAt,
    [property: Description("Why it did not take the last one: refused, unreachable, inner."),
        JsonConverter(typeof(JsonStringEnumConverter<WebhookFault>))]
    WebhookFault? Fault,
    [property: Description("The status of its last answer.")] int? Status,
    [property: Description("When a message was given up.")] DateTimeOffset? GivenUpAt,
    [property: Description("What messages are signed with. Only when it is added.")] string? Secret
);

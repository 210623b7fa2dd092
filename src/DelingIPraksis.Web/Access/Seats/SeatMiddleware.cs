namespace DelingIPraksis.Web.Access.Seats;

/// <summary>Adds the seats to the principal beside the account, so that pages, circuits and the hub see both.</summary>
internal sealed class SeatMiddleware(RequestDelegate next, SeatCookie cookie)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (cookie.Read(context) is { } held)
        {
            // A clone: the principal of the sign-in cookie may be written to a renewed cookie.
            var user = context.User.Clone();
            user.AddIdentity(VisitorClaims.IdentityOf(held));
            context.User = user;
        }

        return next(context);
    }
}

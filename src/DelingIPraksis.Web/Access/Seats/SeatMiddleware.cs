namespace DelingIPraksis.Web.Access.Seats;

/// <summary>Puts the seats beside the account in the principal, so that pages, circuits and the hub see both.</summary>
internal sealed class SeatMiddleware(RequestDelegate next, SeatCookie cookie)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (cookie.Read(context) is { } held)
        {
            // A principal of its own: the one from the sign-in cookie may be renewed from what is in it.
            var user = context.User.Clone();
            user.AddIdentity(VisitorClaims.IdentityOf(held));
            context.User = user;
        }

        return next(context);
    }
}

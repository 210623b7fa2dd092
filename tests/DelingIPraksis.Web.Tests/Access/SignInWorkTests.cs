using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>What a try to sign in costs the server says nothing of whether there is an account: one password is hashed each time.</summary>
[Collection(AccessTogether.Name)]
public sealed class SignInWorkTests(AccessApplication application)
{
    private const string Wrong = "ikke dette passordet";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Unknown_wrong_too_long_closed_and_slowed_hash_once_each()
    {
        await using var scope = application.Web.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<SignInManager<AppUser>>();
        var hasher = new Counting();
        accounts.UserManager.PasswordHasher = hasher;
        var limit = new SignInLimit(Options.Create(new AccessOptions { WrongPasswords = 3 }), _time);
        var signing = new SignInService(accounts, hasher, limit, application.Get<KnownBrowser>(), NullLogger<SignInService>.Instance);
        var (open, closed) = (await application.GivenAccountAsync(), await application.GivenAccountAsync());
        var row = (await accounts.UserManager.FindByEmailAsync(closed.Email!))!;
        row.PasswordHash = null;
        await accounts.UserManager.UpdateAsync(row);

        foreach (
            var (email, password) in new[]
            {
                ("ingen@kommune.example", Wrong),
                (open.Email!, Wrong),
                (open.Email!, new string('x', 5_000)),
                (closed.Email!, AccessApplication.Password),
                ("", ""),
            }
        )
            Assert.Equal((SignInOutcome.Wrong, 1), await TryAsync(email, password));

        // The line of one who goes on and on is full in the end, for an account that is there and for one that is not.
        foreach (var email in new[] { open.Email!, "ingen@kommune.example" })
        {
            for (var tries = 0; tries < 3; tries++) limit.RecordFailure("address 192.0.2.1", accounts.UserManager.NormalizeEmail(email)!);
            var line = Enumerable
                .Range(0, 60)
                .Select(_ => limit.AdmitAsync("address 192.0.2.1", accounts.UserManager.NormalizeEmail(email)!))
                .ToList();
            Assert.Contains(line, turn => turn.IsCompletedSuccessfully && !turn.Result);
            Assert.Equal((SignInOutcome.TooManyTries, 1), await TryAsync(email, Wrong));
        }

        async Task<(SignInOutcome Answer, int Hashed)> TryAsync(string email, string password)
        {
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("192.0.2.1");
            var before = hasher.Count;
            var answer = await signing.TryAsync(http, email, password, remember: false);
            return (answer, hasher.Count - before);
        }
    }

    private sealed class Counting : PasswordHasher<AppUser>
    {
        public int Count { get; private set; }

        public override string HashPassword(AppUser user, string password)
        {
            Count++;
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword)
        {
            Count++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

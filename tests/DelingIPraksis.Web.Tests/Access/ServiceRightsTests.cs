using System.Net;
using DelingIPraksis.Web.Access.Accounts;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>Who may do what belongs to the whole service, as one table; and that the pages ask it.</summary>
public sealed class ServiceRightsTests(DemoApplication application) : IClassFixture<DemoApplication>
{
    // A administrator, O anybody with an account
    private static readonly Dictionary<ServiceRight, string> Expected = new()
    {
        [ServiceRight.MakeGathering] = "AO",
        [ServiceRight.CheckLinks] = "AO",
        [ServiceRight.KeepPlans] = "O",
        [ServiceRight.KeepCommonPlans] = "A",
        [ServiceRight.ChangeRegister] = "A",
        [ServiceRight.HandlePersonalData] = "A",
        [ServiceRight.HandleAccounts] = "A",
        [ServiceRight.RunService] = "A",
        [ServiceRight.HaveAccount] = "AO",
        [ServiceRight.BeColleague] = "AO",
    };

    [Fact]
    public void A_role_may_do_what_the_table_says()
    {
        foreach (var right in Enum.GetValues<ServiceRight>())
        {
            var row = Expected[right];
            Assert.Equal(row.Contains('A', StringComparison.Ordinal), ServiceRights.May(ServiceRole.Administrator, right));
            Assert.Equal(row.Contains('O', StringComparison.Ordinal), ServiceRights.May(ServiceRole.Organiser, right));
            Assert.False(ServiceRights.May(ServiceRole.DemoVisitor, right));
            Assert.False(ServiceRights.May(ServiceRole.Stranger, right));
        }
    }

    [Theory]
    [InlineData("/kommuneregister", "302", "404", "404", "404", "200")]
    [InlineData("/konto", "302", "404", "404", "200", "200")]
    [InlineData("/konto/totrinn", "302", "404", "404", "200", "200")]
    [InlineData("/kontoer", "302", "404", "404", "404", "200")]
    [InlineData("/drift", "302", "404", "404", "404", "200")]
    [InlineData("/samlinger", "302", "200", "200", "200", "200")]
    [InlineData("/samlinger/hent-inn", "302", "404", "404", "200", "200")]
    public async Task The_pages_of_the_service_are_open_to(
        string page,
        string stranger,
        string visitor,
        string demo,
        string organiser,
        string administrator
    )
    {
        using var nobody = application.Browser();
        using var trying = await application.GivenVisitorAsync();
        using var printed = await application.GivenDemoAccountAsync();
        using var invited = await application.GivenSignedInAsync(application.Invited);
        using var first = await application.GivenSignedInAsync(application.First);
        foreach (
            var (browser, expected) in new[]
            {
                (nobody, stranger),
                (trying, visitor),
                (printed, demo),
                (invited, organiser),
                (first, administrator),
            }
        )
            Assert.Equal(
                expected,
                ((int)(await browser.GetAsync(page)).Status).ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
    }

    [Fact]
    public async Task Who_tries_the_demo_makes_no_gathering_whatever_form_is_sent()
    {
        using var invited = await application.GivenSignedInAsync(application.Invited);
        var form = await invited.GetAsync("/samlinger");
        foreach (var trying in new[] { await application.GivenVisitorAsync(), await application.GivenDemoAccountAsync() })
        {
            using (trying)
            {
                Assert.DoesNotContain("ny-samling", (await trying.GetAsync("/samlinger")).Html, StringComparison.Ordinal);
                // The form of another, sent by hand: its token is not this visitor's.
                var sent = await trying.SubmitAsync(
                    form, "ny-samling", ("tittel", "Min"), ("nettverk", "Mitt"), ("dato", "2026-12-01"), ("tema", "Noe"),
                    ("deltakere", "Stad\nArendal")
                );
                Assert.NotEqual(HttpStatusCode.SeeOther, sent.Status);
                Assert.DoesNotContain("Min</a>", (await trying.GetAsync("/samlinger")).Html, StringComparison.Ordinal);
            }
        }
    }
}

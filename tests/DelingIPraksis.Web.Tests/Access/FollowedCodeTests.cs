using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Tests.Storage;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>A code that is changed is changed on every screen that shows it.</summary>
public sealed class FollowedCodeTests
{
    [Fact]
    public async Task Those_who_follow_are_told_of_a_new_code_in_their_own_language_until_they_stop()
    {
        await using var store = await TestStore.OpenAsync();
        var codes = new JoinCodes(store.Database);
        var wayIn = new JoinCodeProvider(codes);
        var (gathering, other) = (new Id<Gathering>(Guid.CreateVersion7()), new Id<Gathering>(Guid.CreateVersion7()));
        var told = new List<(DoorCode Code, string Language)>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nn-NO");
        var following = wayIn.Follow(gathering, code => told.Add((code, CultureInfo.CurrentUICulture.Name)));
        using var gone = wayIn.Follow(gathering, _ => throw new ObjectDisposedException("screen"));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var first = await codes.IssueAsync(gathering);
        await codes.IssueAsync(other);
        following.Dispose();
        await codes.IssueAsync(gathering);
        Assert.Equal([(first, "nn-NO")], told);
    }

    [Fact]
    public void A_live_screen_that_reads_the_code_follows_it()
    {
        var wrong = from file in Directory.EnumerateFiles(Sources.Web, "*", SearchOption.AllDirectories)
                    where Path.GetExtension(file) is ".cs" or ".razor" && !Sources.IsMade(file)
                    let text = File.ReadAllText(file)
                    where
                        text.Contains("ayIn.CodeAsync(", StringComparison.Ordinal)
                        && text.Contains("IsInteractive", StringComparison.Ordinal)
                                && !text.Contains("ayIn.Follow(", StringComparison.Ordinal)
                    select Path.GetRelativePath(Sources.Root, file);
        Assert.Empty(wrong);
    }
}

namespace DelingIPraksis.Domain.Tests;

/// <summary>The ids here stand in logs, files and cookies: the same source must always give them.</summary>
public sealed class DerivedIdTests
{
    [Fact]
    public void An_id_is_of_version_8()
    {
        var id = DerivedId.Of("samling/gathering");
        Assert.Equal(new Guid("29bca7c8-28db-80d6-b58c-295dea2796c8"), id);
        Assert.Equal((8, 0b10), (id.Version, id.Variant >> 2));
    }

    [Fact]
    public void An_id_of_older_editions_is_the_bytes_of_the_hash_as_they_are() =>
        Assert.Equal(new Guid("c8a7bc29-db28-d630-758c-295dea2796c8"), DerivedId.Unversioned("samling/gathering"));
}

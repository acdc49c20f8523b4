using RbcBot.Admin.Rounds;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class KnownRemarksTests
{
    readonly KnownRemarks known = new();

    [Fact]
    public void A_version_is_read_once() => Assert.Same(known.Of(File("v1", "a.xlsx")), known.Of(File("v1", "a.xlsx")));

    [Fact]
    public void Each_version_has_its_own() => Assert.Equal(["a.xlsx", "b.xlsx"], new[] { known.Of(File("v1", "a.xlsx")), known.Of(File("v2", "b.xlsx")) }.Select(remarks => remarks.FileName));

    [Fact]
    public void Of_many_versions_few_are_kept()
    {
        var first = known.Of(File("v0", "a.xlsx"));
        for (var number = 1; number <= 20; number++)
            known.Of(File($"v{number}", "a.xlsx"));
        Assert.NotSame(first, known.Of(File("v0", "a.xlsx")));
    }

    static FormFile File(string version, string name) => new(version, name, [1, 2, 3], DateTimeOffset.UnixEpoch);
}

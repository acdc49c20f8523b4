using CsCheck;
using RbcBot.Admin.Shared;

namespace RbcBot.Tests.Admin.Hardening;

/// <summary>Open redirects and what stands in a Location header.</summary>
public sealed class LocalPathTests
{
    static readonly Uri Here = new("https://console.example.rw/console/sign-in");

    // What lures are made of, so that chance finds them.
    static readonly string[] Pieces =
        ["/console", "/", "//", "\\", "..", ".", "%2e", "%2E%2e", "%2f", "%5c", "?", "#", "@", ":", "evil.example", "https:", "javascript:alert(1)", "\r\n", "\n", "\t", " ", "\0", "é", "\u202e", "／", "。", "x", ";", "&", "%0d%0aSet-Cookie:a=b", "\ud83d"];

    static readonly Gen<string> Wanted = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 7].Select(string.Concat);

    static readonly Gen<string> WantedInside = Wanted.Select(rest => "/console" + rest);

    [Fact]
    public void No_wanted_path_leads_out_of_the_console_or_breaks_a_header() =>
        Gen.OneOf(Wanted, WantedInside).Sample(IsHarmless, iter: 50_000);

    [Theory]
    [InlineData("/console")]
    [InlineData("/console?from=2026-11-02")]
    [InlineData("/console/rounds/GUIDE-X/answers?q=a%20b&page=2#top")]
    [InlineData("/console/people/p-1_2.3")]
    public void Pages_of_the_console_are_gone_on_to(string path) => Assert.Equal(path, LocalPath.Of(path));

    [Theory]
    [InlineData("/console/../chat")]
    [InlineData("/console/%2e%2e/chat")]
    [InlineData("/console/é")]
    [InlineData("/console/\r\nSet-Cookie: a=b")]
    [InlineData("/console@evil.example")]
    [InlineData("/console.evil.example")]
    [InlineData("/console//evil.example")]
    [InlineData("https:/console")]
    [InlineData(null)]
    public void All_else_is_the_first_page(string? path) => Assert.Equal("/console", LocalPath.Of(path));

    static bool IsHarmless(string wanted)
    {
        var path = LocalPath.Of(wanted);
        var whole = new Uri(Here, path);
        return whole.Authority == Here.Authority && whole.Scheme == "https" && (whole.AbsolutePath == "/console" || whole.AbsolutePath.StartsWith("/console/", StringComparison.Ordinal))
            && path.All(letter => letter is > ' ' and <= '~');
    }
}

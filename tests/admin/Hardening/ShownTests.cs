using System.Text.RegularExpressions;
using RbcBot.Admin.Shared;
using RbcBot.Tests.Architecture;

namespace RbcBot.Tests.Admin.Hardening;

public sealed partial class ShownTests
{
    [Theory]
    [InlineData("Aline Uwase", "Aline Uwase")]
    [InlineData("Éloïse — n’umurwayi 💊", "Éloïse — n’umurwayi 💊")]
    [InlineData("ligne\nsuivante\tici", "ligne\nsuivante\tici")]
    [InlineData("photo\u202Egpj.exe", "photo⟨U+202E⟩gpj.exe")]
    [InlineData("a\u200Bb\u2066c\uFEFFd\u00ADe", "a⟨U+200B⟩b⟨U+2066⟩c⟨U+FEFF⟩d\u00ADe")]
    [InlineData("bell\u0007 \u001b[31m \u2028", "bell⟨U+0007⟩ ⟨U+001B⟩[31m ⟨U+2028⟩")]
    [InlineData("👩\u200D⚕\uFE0F", "👩\u200D⚕\uFE0F")]
    [InlineData("pa\u200Dss", "pa⟨U+200D⟩ss")]
    [InlineData("\U000E0041tag\u3164", "⟨U+E0041⟩tag⟨U+3164⟩")]
    [InlineData(null, "")]
    public void What_hides_or_turns_letters_is_named(string? written, string shown) => Assert.Equal(shown, Shown.Of(written));

    [Fact]
    public void Every_word_of_people_on_a_page_is_isolated_and_shown_so()
    {
        var others = House.Files("admin", "*.razor").SelectMany(file => Isolated().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"))
            .Where(found => !found.Contains("@Shown.Of(", StringComparison.Ordinal));
        Assert.Empty(others);
    }

    [GeneratedRegex("<bdi[^>]*>@.*?</bdi>")]
    private static partial Regex Isolated();
}

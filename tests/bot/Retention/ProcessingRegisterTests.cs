using System.Text.RegularExpressions;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;
using RbcBot.Tests.Architecture;

namespace RbcBot.Tests.Bot.Retention;

/// <summary>What any store keeps is in the register, and nothing else is.</summary>
public sealed partial class ProcessingRegisterTests
{
    static readonly IReadOnlyList<string> Registered = [.. ProcessingRegister.Entries.SelectMany(entry => entry.Stored)];

    [Fact]
    public void Every_collection_is_registered() => Assert.Empty(LiteDbSchema.Collections.Except(Registered));

    [Fact]
    public void Every_table_is_registered()
    {
        Assert.NotEmpty(Tables());
        Assert.Empty(Tables().Except(Registered));
    }

    [Fact]
    public void Every_kind_of_fact_is_registered() => Assert.Empty(StoredFacts.Words.Except(Registered));

    [Fact]
    public void Nothing_is_registered_twice_or_kept_by_nobody()
    {
        Assert.Equal(Registered.Distinct().Order(), Registered.Order());
        Assert.Equal(["media"], Registered.Except(LiteDbSchema.Collections).Except(Tables()).Except(StoredFacts.Words));
    }

    [Fact]
    public void What_people_agree_to_is_theirs_and_what_is_not_about_people_has_no_rule() => Assert.All(ProcessingRegister.Entries, entry =>
    {
        Assert.True(entry.IsPersonal || entry.Uses.Count == 0, entry.Word);
        Assert.Equal(entry.Ground == Ground.Consent, entry.Uses.Count > 0);
    });

    [Fact]
    public void Every_entry_has_its_words_in_every_language() => Assert.All(ProcessingRegister.Entries, entry =>
        Assert.All(Languages.All, language => Assert.True(Text.Has(language, $"privacy.entry.{entry.Word}"), entry.Word)));

    static IReadOnlyList<string> Tables() =>
        [.. House.Files("bot", "*.sql").SelectMany(file => Table().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct()];

    [GeneratedRegex(@"create table (?:if not exists )?(\w+)")]
    private static partial Regex Table();
}

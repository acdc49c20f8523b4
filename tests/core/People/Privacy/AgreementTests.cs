using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.People;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.People.Privacy;

public sealed class AgreementTests
{
    static readonly DateTimeOffset Noon = new(2027, 3, 8, 10, 0, 0, TimeSpan.Zero);

    /// <summary>SHA-256 of the words by which purposes are asked, by version and language: other words are another version.</summary>
    static readonly Dictionary<(int Version, Language Language), string> Words = new()
    {
        [(1, Language.Rw)] = "6b92c80c8f7c89d3c74f8d3889f1651c5695d7b19e76b16ca06c385c4728f0bc",
        [(1, Language.Fr)] = "4611771ed5825566861de35274403a967fec34567268108e3fb7dfabe197bc4b",
        [(1, Language.En)] = "300fcbdd1206db7607232aae6b64804ea2403fd60e6827e414d08d8fd42b83b4",
    };

    /// <summary>The same of the shorter words.</summary>
    static readonly Dictionary<(int Version, Language Language), string> ShortWords = new()
    {
        [(1, Language.Rw)] = "cc87cb5f2fe1af65956c08a67a6da4baa3273208dba017bca5c679392c13d6b9",
        [(1, Language.Fr)] = "79e6caafd430c18aa464098ee14dd276565858e28281552a41aeba759b92e0b7",
        [(1, Language.En)] = "de009fbfe173507a0e497e6733e3c6fab7a84b61c657fe89b56bb2de56cd9217",
    };

    [Fact]
    public void Other_words_are_another_version() => Assert.All(Languages.All, language => Assert.Equal(
        (Words[(Purposes.TextVersion, language)], ShortWords[(Purposes.TextVersion, language)]), (Hash(language, "purposes.ask", "what"), Hash(language, "purposes.ask.short", "short"))));

    [Fact]
    public void Nobody_asked_nobody_agreed() => Assert.All(Purposes.All, purpose =>
    {
        Assert.Equal(AgreementState.NotAsked, Agreement.Of([], purpose));
        Assert.False(Agreement.May([], purpose));
        Assert.True(Agreement.MustAsk([], purpose, isBeginning: true));
    });

    [Theory]
    [InlineData("interview", Purpose.Research, Purpose.Reminders)]
    [InlineData("application", Purpose.Selection, Purpose.Research, Purpose.Reminders)]
    [InlineData("test", Purpose.Training, Purpose.Research, Purpose.Reminders)]
    [InlineData("feedback", Purpose.Training, Purpose.Research, Purpose.Reminders)]
    public void Who_agreed_to_a_form_before_purposes_were_asked_is_carried_over(string flow, params Purpose[] purposes)
    {
        IReadOnlyList<Consent> old = [new(flow, "a1b2c3d4", Language.Fr, true, Noon)];
        Assert.Equal(purposes, Agreement.Given(old));
        Assert.All(purposes, purpose => Assert.Equal((false, true), (Agreement.MustAsk(old, purpose, isBeginning: false), Agreement.MustAsk(old, purpose, isBeginning: true))));
    }

    [Fact]
    public void A_no_to_a_form_carries_nothing_over() => Assert.Empty(Agreement.Given([new("interview", "a1b2c3d4", Language.Fr, false, Noon)]));

    [Fact]
    public void The_last_word_counts()
    {
        IReadOnlyList<Consent> consents = [Answered(Purpose.Research, true), Answered(Purpose.Research, false)];
        Assert.False(Agreement.May(consents, Purpose.Research));
        Assert.True(Agreement.May([.. consents, Answered(Purpose.Research, true)], Purpose.Research));
    }

    [Fact]
    public void A_refusal_outweighs_what_an_older_form_told() =>
        Assert.False(Agreement.May([new("interview", "a1b2c3d4", Language.Fr, true, Noon), Answered(Purpose.Research, false)], Purpose.Research));

    [Fact]
    public void New_words_ask_again_before_anything_new_is_taken_and_what_was_given_stays_good()
    {
        IReadOnlyList<Consent> old = [Answered(Purpose.Training, true) with { Version = "0" }];
        Assert.True(Agreement.May(old, Purpose.Training));
        Assert.True(Agreement.MustAsk(old, Purpose.Training, isBeginning: false));
        Assert.Contains(Purpose.Training, Agreement.ToAsk(old, Purpose.Training));
    }

    [Fact]
    public void What_was_refused_is_asked_for_again_only_where_it_is_needed()
    {
        IReadOnlyList<Consent> consents = [.. Purposes.All.Select(purpose => Answered(purpose, purpose != Purpose.Research))];
        Assert.Empty(Agreement.ToAsk(consents, Purpose.Training));
        Assert.Equal([Purpose.Research], Agreement.ToAsk(consents, Purpose.Research));
    }

    [Fact]
    public void Who_refused_all_and_comes_back_is_asked_for_all() =>
        Assert.Equal(Purposes.All, Agreement.ToAsk([.. Purposes.All.Select(purpose => Answered(purpose, false))], Purpose.Research));

    [Fact]
    public void Who_was_never_asked_may_be_offered_something_and_who_refused_may_not()
    {
        Assert.True(Agreement.MayWriteFirst([]));
        Assert.False(Agreement.MayWriteFirst([Answered(Purpose.Reminders, false)]));
    }

    static Consent Answered(Purpose purpose, bool isGiven) => new(Purposes.Word(purpose), Purposes.Version, Language.Fr, isGiven, Noon);

    static string Hash(Language language, string ask, string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Purposes.All.Select(purpose => Text.Of(language, $"purpose.{Purposes.Word(purpose)}.{line}")).Prepend(Text.Of(language, ask))))));
}

using RbcBot.Core.Conversations.Access;
using RbcBot.Core.People;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Conversations.Access;

public sealed class AccessRecordTests
{
    [Theory]
    [InlineData(Language.Rw)]
    [InlineData(Language.Fr)]
    [InlineData(Language.En)]
    public void What_a_consent_is_for_is_said_in_her_language(Language language)
    {
        var record = new AccessRecord(new PersonId("aline"), language, [], [], []);
        Assert.All(Purposes.All, purpose => Assert.Equal(Text.Of(language, $"purpose.{Purposes.Word(purpose)}"), record.PurposeOf(Given(Purposes.Word(purpose)))));
        Assert.Equal(Text.Of(language, "access.purpose.interview"), record.PurposeOf(Given("interview")));
    }

    static Consent Given(string purpose) => new(purpose, "1", Language.En, Given: true, DateTimeOffset.UnixEpoch);
}

using System.Text.Json;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Safeguarding;

namespace RbcBot.Bot.Storage;

/// <summary>Facts as text: each with its name, so that a name this version does not know yet is left out, not lost.</summary>
static class StoredFacts
{
    static readonly Dictionary<string, Type> Types = new()
    {
        ["language-chosen"] = typeof(LanguageChosen),
        ["consent-taken"] = typeof(ConsentTaken),
        ["purposes-answered"] = typeof(PurposesAnswered),
        ["session-started"] = typeof(SessionStarted),
        ["answer-given"] = typeof(AnswerGiven),
        ["answer-refused"] = typeof(AnswerRefused),
        ["session-paused"] = typeof(SessionPaused),
        ["session-resumed"] = typeof(SessionResumed),
        ["session-submitted"] = typeof(SessionSubmitted),
        ["session-withdrawn"] = typeof(SessionWithdrawn),
        ["session-migrated"] = typeof(SessionMigrated),
        ["quiz-answered"] = typeof(QuizAnswered),
        ["lesson-completed"] = typeof(LessonCompleted),
        ["silenced"] = typeof(Silenced),
        ["silence-ended"] = typeof(SilenceEnded),
        ["person-joined"] = typeof(PersonJoined),
        ["person-parted"] = typeof(PersonParted),
        ["address-left"] = typeof(AddressLeft),
        ["nudge-decided"] = typeof(NudgeDecided),
        ["safety-raised"] = typeof(SafetyRaised),
        ["call-asked"] = typeof(CallAsked),
        ["patient-text-masked"] = typeof(PatientTextMasked),
    };

    static readonly Dictionary<Type, string> Names = Types.ToDictionary(entry => entry.Value, entry => entry.Key);

    /// <summary>Names of all facts that can be stored; a test holds them against the domain.</summary>
    public static IReadOnlyCollection<Type> Known => Names.Keys;

    /// <summary>The words under which they are stored.</summary>
    public static IReadOnlyCollection<string> Words => Types.Keys;

    public static string Write(IReadOnlyList<Fact> facts) => StoredJson.Write(facts.Select(fact => new Written(Names[fact.GetType()], fact)));

    public static IEnumerable<Fact> Read(string json) =>
        StoredJson.Read<List<Row>>(json).Where(row => Types.ContainsKey(row.Fact)).Select(ToFact);

    static Fact ToFact(Row row) =>
        StoredJson.FromElement(row.Is, Types[row.Fact]) as Fact ?? throw new InvalidDataException($"A stored {row.Fact} is empty.");

    sealed record Row(string Fact, JsonElement Is);

    // As an object: then it is written as what it is, not as any fact.
    sealed record Written(string Fact, object Is);
}

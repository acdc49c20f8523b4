using RbcBot.Core.Places;
using RbcBot.Core.Safety;
using RbcBot.Core.Texts;
using Xunit.Abstractions;

namespace RbcBot.Tests.Core.Safety;

/// <summary>Lexicon and learned weights together, as people meet them. RBC's review decides what a phrase means: all are marked to-validate.</summary>
public sealed class CrisisReaderTests(ITestOutputHelper output)
{
    static readonly ILookup<string, (LabelledPhrase Phrase, SafetyLevel Level)> Readings = Read(isAnswer: false), Answers = Read(isAnswer: true);

    [Fact]
    public void Every_phrase_waits_for_review_and_has_a_label_that_is_known()
    {
        Assert.All(LabelledPhrase.OfDanger.Concat(LabelledPhrase.OfPatients), phrase => Assert.Equal("to-validate", phrase.Review));
        Assert.All(LabelledPhrase.OfDanger, phrase => Assert.True(phrase.IsDanger || phrase.Label is LabelledPhrase.Lesson or "none", phrase.Label));
        foreach (var language in LabelledPhrase.Languages)
            Assert.InRange(LabelledPhrase.OfDanger.Count(phrase => phrase.Language == language && phrase.Set != LabelledPhrase.Exam), 200, int.MaxValue);
    }

    [Theory]
    [InlineData("rw")]
    [InlineData("fr")]
    [InlineData("en")]
    public void Danger_is_found_in_each_language(string language)
    {
        Told(language);
        Assert.InRange(Share(Readings[language], one => one.Phrase.Level == SafetyLevel.Imminent), 0.99, 1);
        Assert.InRange(Readings[language].Where(one => one.Phrase is { Level: SafetyLevel.Imminent, Set: not LabelledPhrase.Exam }).Average(one => one.Level == SafetyLevel.Imminent ? 1.0 : 0), 0.99, 1);
        Assert.InRange(Share(Readings[language], one => one.Phrase.IsDanger), 0.95, 1);
        Assert.InRange(Share(Answers[language], one => one.Phrase.IsDanger), 0.95, 1);
    }

    [Theory]
    [InlineData("rw")]
    [InlineData("fr")]
    [InlineData("en")]
    public void Lessons_that_talk_about_suicide_and_seizures_raise_no_alarm(string language) =>
        Assert.All([Readings, Answers], read => Assert.InRange(Share(read[language], one => one.Phrase.Label == LabelledPhrase.Lesson), 0, 0.02));

    [Theory]
    [InlineData("rw")]
    [InlineData("fr")]
    [InlineData("en")]
    public void What_only_sounds_like_danger_raises_no_alarm(string language) =>
        Assert.InRange(Share(Readings[language], one => one.Phrase.Label == "none"), 0, 0.05);

    [Theory]
    [InlineData("I want to die", SafetyLevel.Imminent)]
    [InlineData("I don't want to die", SafetyLevel.None)]
    [InlineData("My patient said she wants to die", SafetyLevel.Professional)]
    [InlineData("If a patient says she wants to die, I stay with her", SafetyLevel.None)]
    [InlineData("Nothing works. I want to die. Bye.", SafetyLevel.Imminent)]
    [InlineData("", SafetyLevel.None)]
    [InlineData("?!", SafetyLevel.None)]
    [InlineData("éééééééééééééééééééééééééééééééééééé", SafetyLevel.None)]
    [InlineData("I want to dieeeee", SafetyLevel.Imminent)]
    [InlineData("ndayisezeyehooooo", SafetyLevel.Imminent)]
    [InlineData("Uwase Claudine", SafetyLevel.None)]
    [InlineData("f", SafetyLevel.None)]
    [InlineData("i dont know", SafetyLevel.None)]
    [InlineData("12/5/2026", SafetyLevel.None)]
    public void Each_is_read_as_it_is_meant(string text, SafetyLevel level) => Assert.Equal(level, CrisisReader.Shipped.Read(text, isAnswer: true).Level);

    [Fact]
    public void One_sentence_is_not_lost_in_a_long_letter()
    {
        var around = string.Join(' ', Enumerable.Repeat("Today we had the session on epilepsy at the health centre and everybody asked good questions about first aid.", 12));
        Assert.Equal(SafetyLevel.None, CrisisReader.Shipped.Read(around, isAnswer: false).Level);
        var danger = LabelledPhrase.OfDanger.Where(phrase => phrase is { Language: "en", Set: "development", Level: SafetyLevel.Imminent }).ToList();
        Assert.InRange(danger.Average(one => CrisisReader.Shipped.Read($"{around} {one.Text}. {around}", isAnswer: false).Level != SafetyLevel.None ? 1.0 : 0), 0.95, 1);
    }

    [Fact]
    public void What_people_read_with_us_and_give_back_is_no_danger()
    {
        var own = Languages.All.SelectMany(language => Text.Keys(language).Where(key => !key.StartsWith("safety.", StringComparison.Ordinal)).Select(key => Text.Of(language, key)))
            .Concat(Districts.All.Select(district => district.Name)).ToList();
        var alarms = own.Where(words => CrisisReader.Shipped.Read(words, isAnswer: false).Level != SafetyLevel.None).ToList();
        alarms.ForEach(output.WriteLine);
        Assert.InRange(alarms.Count, 0, own.Count / 200);
    }

    void Told(string language)
    {
        foreach (var group in Readings[language].GroupBy(one => (one.Phrase.Set, one.Phrase.Label)))
            output.WriteLine($"{language} {group.Key.Set} {group.Key.Label}: {group.Count(one => one.Level != SafetyLevel.None)} of {group.Count()} shown a card");
    }

    static ILookup<string, (LabelledPhrase Phrase, SafetyLevel Level)> Read(bool isAnswer) =>
        LabelledPhrase.OfDanger.Select(phrase => (phrase, CrisisReader.Shipped.Read(phrase.Text, isAnswer).Level)).ToLookup(one => one.phrase.Language);

    static double Share(IEnumerable<(LabelledPhrase Phrase, SafetyLevel Level)> readings, Func<(LabelledPhrase Phrase, SafetyLevel Level), bool> which) =>
        readings.Where(one => which(one)).Average(one => one.Level != SafetyLevel.None ? 1.0 : 0);
}

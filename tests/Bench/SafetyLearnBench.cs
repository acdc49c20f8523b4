using System.Globalization;
using RbcBot.Core.Places;
using RbcBot.Core.Safety;
using RbcBot.Core.Texts;
using RbcBot.Tests.Core.Safety;

namespace RbcBot.Tests.Bench;

/// <summary>Learns the weights anew from the labelled phrases, all but the exam, and says what they find in phrases that they were not learned from.</summary>
static class SafetyLearnBench
{
    const string Card = "safety.";

    /// <summary>Words in what people tap or give back; nobody types our long sentences.</summary>
    const int LongestGiven = 5;

    /// <param name="file">Where the weights go.</param>
    public static void Run(string file, string version)
    {
        List<LearnedPhrase> phrases =
        [
            .. LabelledPhrase.OfDanger.Where(phrase => phrase.Set != LabelledPhrase.Exam).Select(phrase => new LearnedPhrase(phrase.Text, phrase.Level, phrase.Label == LabelledPhrase.Lesson)),
            .. OwnWords().Select(words => new LearnedPhrase(words, SafetyLevel.None, IsLesson: false)),
        ];
        var learned = SafetyLearning.Learn(phrases, version);
        File.WriteAllBytes(file, learned.Weights);
        Console.WriteLine($"{phrases.Count} phrases");
        foreach (var one in (LearnedThreshold[])[learned.OfAnswers, learned.Otherwise])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threshold {one.Least:0.000}: of danger that was not learned from {one.Found:0.000} found, of lessons {one.FalseAlarms:0.000} alarm"));
        Tell(new CrisisReader(CrisisLexicon.Shipped, new CrisisClassifier(learned.Weights)));
    }

    /// <summary>What people read with us, and give back: our sentences but for the card's, and places.</summary>
    static IEnumerable<string> OwnWords() =>
        Languages.All.SelectMany(language => Text.Keys(language).Where(key => !key.StartsWith(Card, StringComparison.Ordinal)).Select(key => Text.Of(language, key)))
            .Where(words => words.Count(sign => sign == ' ') < LongestGiven).Concat(Districts.All.Select(district => district.Name)).Distinct();

    static void Tell(CrisisReader reader)
    {
        Console.WriteLine($"{"exam",-20} {"phrases",8} {"alarms",8} {"share",8} {"imminent",9} {"answering",10}");
        foreach (var group in LabelledPhrase.OfDanger.Where(phrase => phrase.Set == LabelledPhrase.Exam).GroupBy(phrase => (phrase.Language, phrase.Label)))
        {
            var levels = group.Select(phrase => reader.Read(phrase.Text, isAnswer: false).Level).ToList();
            var answering = group.Count(phrase => reader.Read(phrase.Text, isAnswer: true).Level != SafetyLevel.None);
            var alarms = levels.Count(level => level != SafetyLevel.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Key.Language + " " + group.Key.Label,-20} {levels.Count,8} {alarms,8} {(double)alarms / levels.Count,8:0.000} {levels.Count(level => level == SafetyLevel.Imminent),9} {answering,10}"));
        }
    }
}

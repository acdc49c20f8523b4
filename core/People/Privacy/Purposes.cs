using System.Globalization;

namespace RbcBot.Core.People.Privacy;

/// <summary>The purposes, and the text by which they are asked.</summary>
public static class Purposes
{
    /// <summary>The name of the text by which all are asked.</summary>
    public const string TextId = "purposes";

    /// <summary>The name of the shorter text, where messages are paid for by the segment; it says the same, so that its version is the same.</summary>
    public const string ShortTextId = "purposes.short";

    /// <summary>Raise it when the text says something else than before: everybody is asked again. A test holds the words of each version, long and short.</summary>
    public const int TextVersion = 1;

    public static readonly IReadOnlyList<Purpose> All = Enum.GetValues<Purpose>();

    public static string Version { get; } = TextVersion.ToString(CultureInfo.InvariantCulture);

    /// <summary>The word by which consents are kept, also the end of text keys.</summary>
    public static string Word(Purpose purpose) => purpose switch
    {
        Purpose.Training => "training",
        Purpose.Selection => "selection",
        Purpose.Research => "research",
        Purpose.Reminders => "reminders",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    /// <summary>The number by which it is written, the same on every screen.</summary>
    public static int Number(Purpose purpose) => (int)purpose + 1;

    /// <summary>What a session of the flow is for: without this purpose it does not go on.</summary>
    /// <param name="flow">interview, application, feedback, test or lesson.</param>
    public static Purpose OfFlow(string flow) => flow switch
    {
        "interview" => Purpose.Research,
        "application" => Purpose.Selection,
        _ => Purpose.Training,
    };

    /// <summary>What the consent of a form said before purposes were asked: its words told of answers in reports that name nobody, and of coming back to what was begun.</summary>
    /// <param name="flow">The flow's word in an older consent.</param>
    internal static IReadOnlyList<Purpose> ToldBy(string flow) => flow switch
    {
        "interview" => [Purpose.Research, Purpose.Reminders],
        "application" => [Purpose.Selection, Purpose.Research, Purpose.Reminders],
        "feedback" or "test" => [Purpose.Training, Purpose.Research, Purpose.Reminders],
        _ => [],
    };
}

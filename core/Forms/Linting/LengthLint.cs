using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Forms.Compiling;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Linting;

/// <summary>Labels and lists that are too long for a channel.</summary>
static class LengthLint
{
    /// <summary>Characters of a question that still reads as one message on a small phone.</summary>
    const int LongLabel = 1_000;

    internal static void Check(Draft draft, IReadOnlyList<Bind> binds, IReadOnlyList<Capabilities> channels)
    {
        foreach (var bind in binds.Where(bind => bind.Question is not null))
        {
            CheckQuestion(draft, bind, channels);
        }
        foreach (var list in binds.Where(bind => bind.List.Length > 0).Select(bind => bind.List).Distinct())
        {
            CheckList(draft, draft.Lists.Find(list) ?? [], channels);
        }
    }

    static void CheckQuestion(Draft draft, Bind bind, IReadOnlyList<Capabilities> channels)
    {
        var row = draft.Survey.Table.Rows.FirstOrDefault(row => row.Number == bind.Row);
        foreach (var (column, text) in row is null ? [] : Cells(draft.Survey, row, "label"))
        {
            var place = new Place(draft.Survey.Name, bind.Row, column);
            if (channels.MinBy(channel => channel.LongestText) is { } narrow && text.Length > narrow.LongestText)
            {
                draft.Findings.Warn("label-too-long", place, $"The label has {text.Length} characters; {narrow.Name} takes {narrow.LongestText} in one message, so it is sent in parts. Split it into a note and a question.");
            }
            else if (text.Length > LongLabel)
            {
                draft.Findings.Warn("label-long", place, $"The label has {text.Length} characters; more than {LongLabel} are tiring to read in a chat.");
            }
        }
        if (bind.Question is { Choices.Count: > Question.MostButtons } question)
        {
            draft.Findings.Warn("choices-many", new(draft.Survey.Name, bind.Row, draft.Survey.Header("type")),
                $"The list has {question.Choices.Count} choices; more than {Question.MostButtons} at a time are not shown as buttons: people search by typing, or turn pages.");
        }
    }

    static void CheckList(Draft draft, IReadOnlyList<(Choice Choice, int Row)> choices, IReadOnlyList<Capabilities> channels)
    {
        foreach (var (choice, number) in choices.Where(choice => choice.Row > 0))
        {
            var row = draft.Lists.Sheet.Table.Rows.First(row => row.Number == number);
            foreach (var (column, text) in Cells(draft.Lists.Sheet, row, "label"))
            {
                CheckChoice(draft, new(draft.Lists.Sheet.Name, number, column), text, choice.Shorts.Count > 0, choices.Count, channels);
            }
            foreach (var (column, text) in Cells(draft.Lists.Sheet, row, FormColumn.Short).Where(cell => cell.Text.Length > Room(choices.Count, channels)))
            {
                draft.Findings.Warn("short-label-long", new(draft.Lists.Sheet.Name, number, column), $"The short label has {text.Length} characters; {Room(choices.Count, channels)} fit beside {choices.Count - 1} others on WhatsApp.",
                    proposal: Shortened(text, Room(choices.Count, channels)));
            }
        }
    }

    static void CheckChoice(Draft draft, Place place, string text, bool hasShort, int count, IReadOnlyList<Capabilities> channels)
    {
        if (channels.Where(channel => channel.LongestChoice < text.Length).MinBy(channel => channel.LongestChoice) is { } channel)
        {
            draft.Findings.Warn("choice-label-long", place, $"The label has {text.Length} characters; {channel.Name} shows {channel.LongestChoice} on what is pressed. People answer it by number there. Shorten it, or write a short one into chat::short.",
                proposal: Shortened(text, channel.LongestChoice!.Value)); // the line above compared it
        }
        if (!hasShort && count <= MostRows(channels) && text.Length > Room(count, channels) && channels.All(other => !(other.LongestChoice < text.Length)))
        {
            draft.Findings.Warn("short-label-missing", place, $"The label has {text.Length} characters; WhatsApp shows {Room(count, channels)} of them at first sight. Write a short label into the column chat::short.",
                proposal: Shortened(text, Room(count, channels)));
        }
    }

    /// <summary>Characters of a choice that the narrowest channel shows at first sight: on a button of few choices, in a row of a list else.</summary>
    static int Room(int count, IReadOnlyList<Capabilities> channels) => channels
        .Where(channel => channel.Buttons is not null)
        .Min(channel => channel.List is { } list && count > channel.Buttons!.Most ? list.LongestTitle : channel.Buttons!.LongestLabel); // the line above looked

    /// <summary>Choices beyond which the narrowest channel writes them all out, so that no short label helps.</summary>
    static int MostRows(IReadOnlyList<Capabilities> channels) => channels.Select(channel => channel.List?.Most ?? int.MaxValue).Min();

    static IEnumerable<(string Column, string Text)> Cells(FormSheet sheet, TableRow row, string name) =>
        sheet.Columns.Where(column => column.Name == name && row[column.Key].Length > 0).Select(column => (column.Text, FormSheet.Clean(row[column.Key])));

    /// <summary>The first words that fit.</summary>
    static string Shortened(string text, int most)
    {
        var cut = text.Length <= most ? text.Length : text.LastIndexOf(' ', most);
        return text[..(cut > 0 ? cut : most)].TrimEnd(' ', ',', ';', ':', '(', '-');
    }
}

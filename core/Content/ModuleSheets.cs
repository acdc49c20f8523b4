using System.Globalization;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Content;

/// <summary>The six sheets of a module workbook, put together.</summary>
sealed class ModuleSheets(Workbook workbook, List<Finding> findings)
{
    static readonly string[] LessonStates = ["draft", "expert", "rbc", "published"];
    static readonly string[] ClaimStates = ["draft", "expert", "rbc", "eudif"];

    readonly AuthorSheet heads = AuthorSheet.Of(workbook, "module", ["id"], findings);
    readonly AuthorSheet lessons = AuthorSheet.Of(workbook, "lessons", ["id", "status"], findings);
    readonly AuthorSheet cards = AuthorSheet.Of(workbook, "cards", ["lesson", "number"], findings);
    readonly AuthorSheet claims = AuthorSheet.Of(workbook, "claims", ["id", "lesson", "text", "source", "status"], findings);
    readonly QuizSheets quiz = new(workbook, findings);

    /// <summary>The module as far as it can be read; the findings tell what is wrong.</summary>
    public Module Module(string fallbackId)
    {
        lessons.Unique(row => row["id"], "id");
        claims.Unique(row => row["id"], "id");
        var ids = lessons.Rows.Select(row => row["id"]).ToHashSet();
        RefuseStrangers(cards, ids);
        RefuseStrangers(claims, ids);
        quiz.RefuseStrangers(ids);
        var (id, title) = Head(fallbackId);
        return new(id, title, [.. lessons.Rows.Select(Lesson)]);
    }

    (string Id, Localized Title) Head(string fallbackId)
    {
        if (heads.Rows is [var row, ..])
            return (row["id"].Length == 0 ? fallbackId : row["id"], heads.Text(row, "title"));
        heads.Refuse(null, null, "blank", "The sheet needs one row with the module's id and title.");
        return (fallbackId, Localized.Same(fallbackId));
    }

    static void RefuseStrangers(AuthorSheet sheet, HashSet<string> lessons)
    {
        foreach (var row in sheet.Rows.Where(row => !lessons.Contains(row["lesson"])))
            sheet.Refuse(row, "lesson", "lesson-unknown", $"The sheet lessons has no lesson \"{row["lesson"]}\".");
    }

    Lesson Lesson(TableRow row)
    {
        var id = lessons.Filled(row, "id");
        var own = cards.Rows.Where(card => card["lesson"] == id).Select(card => (Number: Number(card), Text: Card(card))).ToList();
        if (own.Count == 0)
            lessons.Refuse(row, "id", "cards-none", $"Lesson {id} has no card.");
        return new(id, lessons.Text(row, "title"), [.. own.OrderBy(card => card.Number).Select(card => card.Text)], quiz.Of(id),
            lessons.Text(row, "task", "task-missing"), [.. claims.Rows.Where(claim => claim["lesson"] == id).Select(Claim)],
            lessons.OneOf(row, "status", "status-unknown", LessonStates));
    }

    int Number(TableRow card)
    {
        if (!int.TryParse(card["number"], CultureInfo.InvariantCulture, out var number))
            cards.Refuse(card, "number", "card-number", $"\"{card["number"]}\" is not a whole number.");
        return number;
    }

    Localized Card(TableRow row)
    {
        var text = cards.Text(row, "text");
        foreach (var (language, words) in text.ByLanguage.Select(pair => (pair.Key, WordLint.Words(pair.Value))))
            if (words > WordLint.CardWords)
                cards.Refuse(row, cards.Column("text", language), "card-long", $"The card has {words} words; {WordLint.CardWords} are the most. Make two cards of it.");
        return text;
    }

    Claim Claim(TableRow row)
    {
        findings.AddRange(WordLint.At(row["text"], "claims", row.Number, "text"));
        if (row["source"].Length == 0)
            claims.Refuse(row, "source", "source-missing", "A claim needs a source: a key of docs/sources.md.");
        return new(claims.Filled(row, "id"), claims.Filled(row, "text"), row["source"], row["guideline_version"],
            claims.OneOf(row, "status", "status-unknown", ClaimStates));
    }
}

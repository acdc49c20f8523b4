using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Content;

/// <summary>The sheets quiz and options of a module workbook.</summary>
sealed class QuizSheets(Workbook workbook, List<Finding> findings)
{
    static readonly string[] YesNo = ["yes", "no"];

    readonly AuthorSheet questions = AuthorSheet.Of(workbook, "quiz", ["lesson", "id"], findings);
    readonly AuthorSheet options = AuthorSheet.Of(workbook, "options", ["lesson", "question", "id", "right"], findings);

    /// <summary>The questions of a lesson, in the sheet's order.</summary>
    public IReadOnlyList<QuizQuestion> Of(string lesson) => [.. questions.Rows.Where(row => row["lesson"] == lesson).Select(Question)];

    /// <summary>Refuses rows of lessons or questions that are not there.</summary>
    public void RefuseStrangers(HashSet<string> lessons)
    {
        questions.Unique(row => $"{row["lesson"]} {row["id"]}", "id");
        options.Unique(row => $"{row["lesson"]} {row["question"]} {row["id"]}", "id");
        foreach (var row in questions.Rows.Where(row => !lessons.Contains(row["lesson"])))
            questions.Refuse(row, "lesson", "lesson-unknown", $"The sheet lessons has no lesson \"{row["lesson"]}\".");
        var known = questions.Rows.Select(row => (row["lesson"], row["id"])).ToHashSet();
        foreach (var row in options.Rows.Where(row => !known.Contains((row["lesson"], row["question"]))))
            options.Refuse(row, "question", "question-unknown", $"The sheet quiz has no question \"{row["question"]}\" in lesson \"{row["lesson"]}\".");
    }

    QuizQuestion Question(TableRow row)
    {
        var id = questions.Filled(row, "id");
        var read = options.Rows.Where(option => option["lesson"] == row["lesson"] && option["question"] == id).Select(Option).ToList();
        var right = read.Count(option => option.IsRight);
        if (right != 1)
            questions.Refuse(row, "id", "right-options", $"Question {id} has {right} right options; it needs exactly one.");
        return new(id, questions.Text(row, "stem"), read);
    }

    QuizOption Option(TableRow row) => new(
        options.Filled(row, "id"),
        options.Text(row, "label"),
        options.OneOf(row, "right", "right-unclear", YesNo) == "yes",
        options.Text(row, "explanation", "explanation-missing"));
}

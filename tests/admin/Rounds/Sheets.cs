using RbcBot.Admin.Rounds;

namespace RbcBot.Tests.Admin.Rounds;

/// <summary>A form with a survey sheet alone.</summary>
static class Sheets
{
    public static byte[] Of(params string[][] survey)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
            book.Sheet("survey", survey);
        return file.ToArray();
    }
}

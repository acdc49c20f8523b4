using System.Text;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class HeldExportTests
{
    const string Words = "Plantedwords";

    public static TheoryData<ExportFormat> Formats => [.. Enum.GetValues<ExportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Answer_that_is_held_is_in_no_file(ExportFormat format)
    {
        var session = ConsoleForm.Session("p1", isSubmitted: true, ("/data/full_name", Words), ("/data/work/years", "7"));
        Assert.Contains(await FilesAsync(format, session), text => text.Contains(Words, StringComparison.Ordinal));
        var files = await FilesAsync(format, session with { Held = ["/data/full_name"] });
        Assert.DoesNotContain(files, text => text.Contains(Words, StringComparison.Ordinal));
        Assert.Contains(files, text => text.Contains(HeldAnswers.Mark, StringComparison.Ordinal));
    }

    static async Task<IReadOnlyCollection<string>> FilesAsync(ExportFormat format, RbcBot.Core.Conversations.Session session)
    {
        var bytes = await Exported.BytesAsync(format, [ConsoleForm.Form], [session]);
        return bytes is [(byte)'P', (byte)'K', ..] ? Exported.Entries(bytes).Values : [Encoding.UTF8.GetString(bytes)];
    }
}

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>A list that came with a form as a file of its own.</summary>
static class AttachedList
{
    internal static (IReadOnlyList<IReadOnlyDictionary<string, string>>? Rows, IReadOnlyList<Finding> Findings) Read(string fileName, byte[] bytes) =>
        (null, [new(Severity.Refusal, "attachment-unread", fileName, null, null, null, $"{fileName} ({bytes.Length} bytes) cannot be read.")]);
}

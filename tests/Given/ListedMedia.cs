using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Given;

/// <summary>Files that people sent, as a list.</summary>
sealed class ListedMedia : IMedia
{
    public Dictionary<string, (byte[] Bytes, string Type)> Files { get; } = [];

    public KeptFile? Open(string name) => Files.TryGetValue(name, out var file) ? new KeptFile(new MemoryStream(file.Bytes), file.Type) : null;
}

namespace RbcBot.Core.Conversations;

/// <summary>A file that a person sent, ready to be read; who opened it closes it.</summary>
/// <param name="Type">Its media type by its first bytes, such as image/jpeg.</param>
public sealed record KeptFile(Stream Content, string Type);

/// <summary>The files that people sent.</summary>
public interface IMedia
{
    /// <summary>The file that an answer names; null when it is not there.</summary>
    KeptFile? Open(string name);
}

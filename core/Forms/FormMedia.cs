namespace RbcBot.Core.Forms;

/// <summary>What kind of file accompanies a label.</summary>
public enum MediaKind { Image, Audio, Video }

/// <summary>A file that accompanies a label.</summary>
/// <param name="Language">Language code; "" when the column names none.</param>
/// <param name="File">The file's name among the form's attachments.</param>
public sealed record FormMedia(MediaKind Kind, string Language, string File);

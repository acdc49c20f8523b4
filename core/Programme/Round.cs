namespace RbcBot.Core.Programme;

/// <summary>What a round is for; it decides which flow carries it.</summary>
public enum RoundKind { Interview, Application, Feedback, Test }

/// <summary>A form opened to people under a code.</summary>
/// <param name="Code">What people type or follow: letters, digits, - and _, at most 64; compared without case.</param>
/// <param name="FormVersion">The content hash of the form that new sessions begin with.</param>
/// <param name="FormId">The form's own id.</param>
/// <param name="Module">The module it is about, such as epilepsy; "" when none.</param>
/// <param name="Moment">pre, post, 3m or 6m for a test; "" otherwise.</param>
/// <param name="IsOpen">Whether somebody can begin; who has begun can always finish.</param>
public sealed record Round(
    string Code,
    RoundKind Kind,
    string FormId,
    string FormVersion,
    string Module,
    string Moment,
    bool IsOpen,
    DateTimeOffset OpenedAt);

/// <summary>A form file as it was uploaded: kept for ever, because sessions are pinned to it.</summary>
/// <param name="Version">The content hash of the compiled form.</param>
public sealed record FormFile(string Version, string FileName, byte[] Bytes, DateTimeOffset UploadedAt);

/// <summary>Rounds and the form files they rest on.</summary>
public interface IRounds
{
    Task<IReadOnlyList<Round>> ListAsync(CancellationToken stop);

    /// <summary>Adds a round or replaces the one of the same code; durable on return.</summary>
    Task PutAsync(Round round, CancellationToken stop);

    Task<IReadOnlyList<FormFile>> FilesAsync(CancellationToken stop);

    /// <summary>Keeps a file; a version that is there already stays as it is.</summary>
    Task PutFileAsync(FormFile file, CancellationToken stop);
}

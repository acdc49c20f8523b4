using Microsoft.AspNetCore.Http.Metadata;

namespace RbcBot.Admin.Shared;

/// <summary>The greatest body that a door takes, in bytes; the server reads no further.</summary>
public sealed record BodyLimit(long Bytes) : IRequestSizeLimitMetadata
{
    /// <summary>Fields of a form without a file.</summary>
    public static readonly BodyLimit Form = new(256 * 1024);

    /// <summary>A form with a file of 10 MB (reliability.md section 3, input limits) and the fields around it.</summary>
    public static readonly BodyLimit Upload = new(11 * 1024 * 1024);

    long? IRequestSizeLimitMetadata.MaxRequestBodySize => Bytes;
}

namespace RbcBot.Core.Safety;

/// <summary>A part of a text that identifies somebody.</summary>
/// <param name="End">Behind its last character.</param>
readonly record struct PatientSpan(int Start, int End, PatientMark What);

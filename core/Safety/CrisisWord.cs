namespace RbcBot.Core.Safety;

/// <summary>One word of a text, as far as the lexicon knows it.</summary>
/// <param name="Items">Ids of the places that it fills; empty for a word that says nothing.</param>
/// <param name="BeginsSentence">Whether a sentence begins with it.</param>
/// <param name="FollowsComma">Whether a comma or a quotation mark stands before it.</param>
readonly record struct CrisisWord(int[] Items, bool BeginsSentence, bool FollowsComma)
{
    public bool Is(int item) => Items.AsSpan().Contains(item);
}

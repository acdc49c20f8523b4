using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>Whether there is one more of what is asked several times: yes or no, or 1 and 2 as they are shown.</summary>
static class UnderstandAnother
{
    static readonly HashSet<string> More = ["1", "another", "one more", "more", "add", "un autre", "une autre", "encore", "ajouter", "undi", "ikindi", "hari undi", "hari ikindi", "ongeraho"];
    static readonly HashSet<string> NoMore =
        ["2", "no more", "that is all", "that's all", "done", "finished", "c'est tout", "c'est fini", "fini", "termine", "nta wundi", "nta kindi", "ni byo byose", "birarangiye", "narangije"];

    public static Understanding Read(string text)
    {
        var bare = Folding.Bare(text);
        return YesNoWords.IsYes(bare) || More.Contains(bare) ? Understanding.Read("yes")
            : YesNoWords.IsNo(bare) || NoMore.Contains(bare) ? Understanding.Read("no")
            : Understanding.Unclear("understand.another");
    }
}

using System.Xml;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>The names of elements and attributes in one part; refuses a part that makes up ever new ones.</summary>
sealed class PartNames : NameTable
{
    int names;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    string Counted(string name) => ++names > WorkbookCaps.Names ? throw WorkbookFile.Broken() : name;
}

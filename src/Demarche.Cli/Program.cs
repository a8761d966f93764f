using Demarche;
using Demarche.Reading;
using Demarche.Records;

var coder = Coder.CreateDefault();
Console.WriteLine(RecordJson.Write(coder.Code(new Article { Id = "x", Text = Console.In.ReadToEnd() })));

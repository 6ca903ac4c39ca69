--TEST--
The runner answers, one line for each request
--EXTENSIONS--
wxp
--STDIN--
key	1	192006250b4c09247ec02edce69f6a2d
key	2	short
sign	1	192006250b4c09247ec02edce69f6a2d	appid	s	wx1	body	s	%E6%B7%B1%E5%9C%B3	fee	i	1	gone	n	
sign	2	192006250b4c09247ec02edce69f6a2d	fee	f	1.5
sign	2	192006250b4c09247ec02edce69f6a2d	fee	b	1
sign	2	192006250b4c09247ec02edce69f6a2d	b%20d	s	x
verify	1	192006250b4c09247ec02edce69f6a2d	a	s	x	sign	s	00000000000000000000000000000000
canonical	b	s	1	a	i	-2
canonical
check	a	s	x%01
check	a	s	x
write	1	192006250b4c09247ec02edce69f6a2d	a	s	%3C%26%3E
read	%3Cxml%3E%3Cb%3E2%3C%2Fb%3E%3Ca%3E%E6%B7%B1%3C%2Fa%3E%3Cc%2F%3E%3C%2Fxml%3E
read	%3Cxml%3E%3Ca%3E1%3C%2Fb%3E%3C%2Fxml%3E
read	
nested	%3Cxml%3E%3Cb%3E2%3C%2Fb%3E%3Cg%3E%3Cc%3E3%3C%2Fc%3E%3C%2Fg%3E%3Cg%3E%3Cd%3E4%3C%2Fd%3E%3Ce%2F%3E%3C%2Fg%3E%3C%2Fxml%3E
judge	1	192006250b4c09247ec02edce69f6a2d	%2Fpay%2Fmicropay	0	%3Cxml%3E%3Creturn_code%3EFAIL%3C%2Freturn_code%3E%3C%2Fxml%3E
judge	1	192006250b4c09247ec02edce69f6a2d	%2Fpay%2Fnothing	0	%3Cxml%3E%3Creturn_code%3EFAIL%3C%2Freturn_code%3E%3C%2Fxml%3E
judge	1	192006250b4c09247ec02edce69f6a2d	%2Fmmpaymkttransfers%2Fgethbinfo	1	%3Cxml%3E%3Creturn_code%3EFAIL%3C%2Freturn_code%3E%3C%2Fxml%3E
expect	1	192006250b4c09247ec02edce69f6a2d	%2Fpay%2Fmicropay	0	%3Cxml%3E%3Creturn_code%3EFAIL%3C%2Freturn_code%3E%3C%2Fxml%3E	a	s	x
expect	1	192006250b4c09247ec02edce69f6a2d	%2Fmmpaymkttransfers%2Fsendredpack	0	%3Cxml%3E%3Creturn_code%3ESUCCESS%3C%2Freturn_code%3E%3C%2Fxml%3E	total_amount	i	1
payload	1	192006250b4c09247ec02edce69f6a2d	4	appid	s	wx1
explain	1	192006250b4c09247ec02edce69f6a2d		a	s	x
refund	192006250b4c09247ec02edce69f6a2d	%23%23%23%23
endpoint	%2Fpay%2Fmicropay
endpoint	%2Fpay%2Fnothing
advice	%2Fpay%2Fmicropay	NOTENOUGH
acknowledge	payment	1
body	%7B%7D
quickpay	0%200		4%203		5%205	
--FILE_EXTERNAL--
runner.inc
--EXPECT--
ok
error	10			an%20API%20key%20has%20exactly%2032%20characters%20%28any%20other%20secret%201%20to%2064%20bytes%29
ok	A0BD8A0F722CD4643B29F91CA7674A08
type
type
error	20	b%20d	1	not%20a%20field%20name%20%28%5BA-Za-z_%5D%5BA-Za-z0-9_.-%5D%2A%2C%20at%20most%2064%20bytes%29%2C%20byte%201
error	62			the%20signature%20does%20not%20match
ok	a%3D-2%26b%3D1
ok	
error	23	a	1	a%20character%20that%20cannot%20be%20sent%20%28control%20character%2C%20or%20four%20bytes%20in%20UTF-8%29%2C%20field%20a%2C%20byte%201
ok
ok	%3Cxml%3E%3Ca%3E%26lt%3B%26amp%3B%26gt%3B%3C%2Fa%3E%3Csign%3E4C97071E650C273235F6CB0E4240D7F5%3C%2Fsign%3E%3C%2Fxml%3E
ok	a	%E6%B7%B1	b	2	c	
error	44		11	an%20end%20tag%20that%20does%20not%20match%20its%20start%20tag%2C%20byte%2011
error	42		0	the%20document%20is%20cut%20short%2C%20byte%200
ok	1	b	2	g	1	c	3	g	2	d	4	e	
ok	5	0	1	0	0	what%20became%20of%20it%20is%20not%20known%3A%20query%20it%20before%20anything%20else	0			%2Fpay%2Fmicropay	0
error	7			nothing%20of%20that%20name%20or%20number
ok	5	0	1	0	0	what%20became%20of%20it%20is%20not%20known%3A%20query%20it%20before%20anything%20else	0			%2Fmmpaymkttransfers%2Fgethbinfo	0
error	6			a%20number%20that%20is%20none%20of%20those%20listed%2C%20or%20a%20value%20out%20of%20range
error	69	total_amount		total_amount%20is%20missing%2C%20not%201
error	26	mch_id		a%20missing%20or%20empty%20field%2C%20field%20mch_id
ok	10		there%20is%20no%20signature
error	64			the%20sealed%20part%20cannot%20be%20opened
ok	%2Fpay%2Fmicropay	api.mch.weixin.qq.com	api2.mch.weixin.qq.com	Quick%20Pay%20%28pay%20code%29	0	0	3	1	1	2	0	1	0	1	0
ok
ok	4	the%20customer%20has%20too%20little%20money%3A%20let%20another%20card%20be%20chosen%2C%20for%20a%20new%20order%20number
ok	%3Cxml%3E%3Creturn_code%3E%3C%21%5BCDATA%5BSUCCESS%5D%5D%3E%3C%2Freturn_code%3E%3Creturn_msg%3E%3C%21%5BCDATA%5BOK%5D%5D%3E%3C%2Freturn_msg%3E%3C%2Fxml%3E
ok	4
ok	1	0	4	10	2	0

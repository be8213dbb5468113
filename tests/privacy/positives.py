"""Snippets with something private in them, by family, written by hand; one a line.

`⟦…⟧` encloses what must be found. `{kind disguise}` is built by `tests.privacy.numbers` and must be found too. `⏎` is a
line end. Whoever is named here does not exist.
"""

POSITIVES = {
    "identity number": """
村民反映低保待遇停发，身份证号{id}。
申请人身份证：{id}
户主身份证号码为{id}，请核对户籍。
身份证{id full-width}，到社区办理居住证。
证件号码 {id spaced}（本人）
身份证号：{id hyphened}
身份证号码{id numerals}，系本人口述。
身份证号{id financial}
来信人附身份证{id broken}复印件一份
证件号{id zero-width}已录入系统
老证号码 {id-15}，一直没有换发。
第一代身份证{id-15 full-width}，请一并注销
身份证尾号是 X：{id-x}，请补录。
身份证（{id-x full-width}）
登记表第 3 行：{id}，房屋面积 86 平方米
附件二领取人一栏写着 {id one-by-one}
经办：户籍{id}迁入庄桥
代办人证号{id dotted}
小写也是：{id-x lower}
请将{id mixed}补入台账
户口簿登记号{id}，户别家庭户
核对无误：{id-x spaced}。
来信落款下面写了{id-15 numerals}
拆迁补偿协议乙方，公民身份号码：{id}
购房人（{id broken}）尚未领取房产证
Resident ID number {id} was copied into the note by mistake.
His ID card, {id-x}, was attached to the letter.
ID No.: {id spaced}
The applicant (identity card {id-15}) asked twice.
Identity number:⏎{id hyphened}
低保复核表上写的是{id}，与户口本不符。
身份证号码：{id spaced}，住址见附件
两证合一登记{id-x zero-width}
她把证件号{id hyphened}发在了群里
承租人⏎身份证⏎{id}
持证人{id full-width}，请核验
本人（{id broken}）自愿搬迁
The form gives {id spaced} as her number.
补办社保卡一人次，经办窗口登记号{id}，当日办结
residents_id: "{id-x lower}"
残疾证号为身份证号后加两位：{id}43
身份证尾号不清，后经户籍科核实应为 {id spaced}。
ID card {id hyphened} was copied at the counter
附件：{id}_户口本.jpg
""",
    "mobile number": """
住户留下电话{mobile}，说晚上都在家。
联系电话：{mobile spaced}
手机{mobile hyphened}，白天可以打
来电人{mobile full-width}反映夜间施工噪声
手机号{mobile numerals}
电话{mobile yao}，一般下午接听
本人手机：{mobile +86}
请打 {mobile +86 spaced} 找他本人
电话 {mobile broken}（换了行）
手机{mobile zero-width}已登记
车主电话：{mobile dotted}
拨{mobile}即可，不要打座机
施工方留的是 {mobile one-by-one}
手机号码{mobile financial}
租客换号了，新号码是{mobile mixed}
楼道广告上印着{mobile}，承接疏通
留言：请回电 {mobile 0086}，急
（{mobile}）已回访一次
报修人{mobile}，家里没水
Tel:{mobile}
微信同号 {mobile spaced}
业主群里公布了群主手机 {mobile hyphened}
手机 {mobile (86)} 无人接听
联系方式{mobile}/白天
Call her on {mobile +86}.
Mobile: {mobile spaced}
The tenant can be reached at {mobile} after six.
Text {mobile hyphened} before you come.
晚上六点以后打{mobile spaced}
请致电{mobile}，找房东
短信发到{mobile dotted}
号码{mobile full-width}已停机
“{mobile}”——楼道小广告
家属手机{mobile +86 spaced}
报修登记：{mobile broken}
口头留的号码：{mobile yao}
Reach me on {mobile +86 spaced}.
夜里水管又爆了，打{mobile}找楼道长
有意报名的党员请与小组长联系（{mobile hyphened}，微信同号）
Call the caretaker on {mobile +86 spaced} after six
手机短号 66812，长号{mobile}
通讯录：第3网格 {mobile dotted}
反映人来电显示为{mobile full-width}，回拨无人接听
[拨打](tel:{mobile})
""",
    "private landline": """
家里座机{landline}，白天无人接听。
住宅电话：{landline bracketed}
固定电话 {landline plain}
老人家里的电话是{landline full-width}
座机{landline numerals}
宅电：{landline spaced}
反映人家中电话{landline}转儿子
小店电话 {landline spaced}，晚上八点关门
邻居家电话{landline plain}
家里电话{landline +86}
Home phone {landline +86}, evenings only.
His landline is {landline}.
老人家里装了座机：{landline}
家中电话{landline bracketed}，常年无人
Phone at home: {landline spaced}
旧式座机{landline}，子女不在身边
家中座机 {landline}，白天多由老母亲接听
住户留了宅电：{landline}
""",
    "bank card": """
补助请打到{card}，农行江北支行。
银行卡号：{card spaced}
卡号{card full-width}
社保卡金融账户 {card}
账号{card hyphened}，户名本人
退款账户：{card broken}
工资卡{card spaced}停发两个月
补偿款汇入{card zero-width}
存折换卡后的卡号是{card numerals}
开户行宁波银行，{card}
卡号{card one-by-one}，密码不要写
收款人账号（{card mixed}）
借记卡 {card spaced} 已挂失
一卡通{card}请核实
Bank card {card spaced}
Please transfer the refund to card {card}.
养老金发到{card spaced}这张卡
错打到了{card}，请追回
请核对卡号尾数：{card hyphened}
The card {card} was blocked.
慰问金已于4月9日打入{card spaced}
补偿款收款账户（农商行）：{card}，户名与申请人一致
误工补贴发放表第7行：{card hyphened}，300元
refund paid to card no. {card}
""",
    "number plate": """
{plate}长期占用消防通道。
一辆白色轿车（{plate dotted}）堵住车库出口
车牌号：{plate}
车牌{plate full-width}，多次劝导无效
新能源车{plate-new}占用充电位
车牌 {plate-new dotted} 已拖移
僵尸车 {plate spaced}，停了半年
违停车辆牌照{plate}，已抄告交警
货车{plate}夜间扬尘
电动汽车{plate-new spaced}
外地车{plate-far}占道经营
教练车{plate-coach}每天在小区练车
两地牌照{plate-hk}的车
面包车{plate lower}
牌照为{plate zero-width}的车
A car with the plate {plate} blocks the lane.
Number plate {plate-new dotted}, grey van.
报废车{plate}一直占着车位
天天停在门口的是{plate dotted}
绿牌{plate-new}
三轮车主说的车是{plate-far spaced}
The van {plate} parks on the pavement.
4月2日夜，{plate dotted}在消防通道上停了一整晚
多次占用盲道的是一辆白色面包车（{plate-far}）
车主登记：{plate-new}，桃渡路夜间泊位
占道经营的三轮货车，号牌{plate-far spaced}，屡劝不走
a van with the plate {plate} blocks the gate every morning
""",
    "e-mail address": """
来信邮箱 ⟦zhoufang0574@example.com⟧
邮箱：⟦chen_xiaoming@example.cn⟧
回复请发⟦wang.li@mail.example.com⟧，谢谢
邮箱⟦ｌｉｎａ８８＠ｅｘａｍｐｌｅ．ｃｏｍ⟧
发到 ⟦liu at example dot com⟧ 也可以
邮箱是⟦zhaoqiang（at）example.com⟧
电子邮件⟦sun+home@example.net⟧
⟦zheng2014#example.com⟧（把#换成@）
我的邮箱 ⟦hu@⏎example.com⟧
邮箱：⟦mao [at] example.org⟧
发邮件给⟦xu.jing＠example.com⟧即可
Write to ⟦zhang.wei@example.com⟧.
E-mail: ⟦l.chen88@example.co.uk⟧
His address is ⟦qian (at) example (dot) com⟧
材料传到⟦lijuan.zhou@example.com⟧
联系⟦hong_74@example.org⟧或来社区
Mail ⟦sun.xiaomei@example.net⟧ about the ramp.
材料发我个人邮箱⟦zhou_lm82@163.com⟧即可
意见也可寄⟦baishazhang1956＠qq.com⟧
write to ⟦old.neighbour (at) sina.cn⟧
""",
    "chat id": """
微信号⟦nb_laozhou74⟧，可以发照片
加微信：⟦lihua-kp2014⟧
微信 ⟦wxid_7hk2m9q0⟧
QQ：⟦74102583⟧
QQ号⟦1029384756⟧，晚上在线
请加QQ⟦ ３８４７５６１０ ⟧
扣扣 ⟦58204713⟧
联系 V 信 ⟦jb_wang0574⟧
微信⟦{mobile}⟧
薇信：⟦xiaofang_bs⟧
群主QQ是⟦ 2 8 4 7 1 0 5 3 ⟧
钉钉号 ⟦zhj_8812⟧
WeChat: ⟦linlin_0574⟧
Add me on WeChat, ⟦oldzhou1962⟧
QQ ⟦40718263⟧
加我微信⟦feng_74xx⟧拉你进群
QQ 号码：⟦ 693 824 105 ⟧
微信名片：⟦kp-laoli⟧
My WeChat ID is ⟦xiao_fang74⟧
楼道群主微信：⟦hpx_19670412⟧
加我QQ⟦418800762⟧发现场照片
v信 ⟦lao_yang_6677⟧，备注“停车”
His WeChat ID is ⟦ningbo_chen_77⟧
""",
    "home address": """
家住⟦桃花苑12幢2单元301室⟧
住户地址：⟦清河小区5幢402室⟧
⟦湖畔路88弄12号203室⟧漏水
⟦双桥坊36号楼1单元501⟧反映电梯不停
⟦怡景花园八幢三单元六〇二室⟧
住在⟦大有南路155弄7号⟧
⟦白石路２３弄４号５０１室⟧楼上漏水
⟦天禾家园3栋1102⟧的住户投诉油烟
老人独居于⟦槐荫公寓2号楼703室⟧
⟦茅湾村48号⟧村民家门口路灯不亮
家在⟦安岭村三组27号⟧
⟦国丰村12组5号⟧屋后塌方
地址：⟦洪桥中路199号8幢2单元⟧
⟦孔桥一村17幢105⟧有人群租
⟦永丰村下王65号⟧化粪池满溢
⟦4幢3单元202室⟧反映水压不足
家住⟦湾桥下18号201⟧
⟦翠竹里120弄 9 号 502 室⟧
⟦青枫湾-西区-21幢-1801室⟧高空抛物
搬到⟦文华路六十六弄三号四零一室⟧去了
地址是⟦慈城镇民享路12弄8号⟧
⟦3-2-501⟧室住户反映窗户渗水
⟦5号楼2单元⟧某户装修至深夜
⟦庄桥街道费家村西街22号⟧
⟦北岸新苑12幢⏎1单元902室⟧
⟦7＃楼602室⟧楼道堆物
住⟦中桥路30弄2-404⟧
⟦Room 301, Unit 2, Building 12, Peach Court⟧
She lives at ⟦Flat 502, Building 8, Qinghe Estate⟧.
The tenant of ⟦No. 12, Lane 88, Hupan Road⟧ complained.
His home is ⟦48 Maowan Village⟧.
⟦Building 5, Room 402⟧ has a leak.
⟦永丰新村21幢303⟧楼上空调滴水
租在⟦槐荫公寓7号楼二单元⟧的大学生
⟦石板巷14弄2号⟧墙体开裂
⟦怡景花园西区9幢1902室⟧
⟦国丰村7组18号⟧化粪池
他住⟦竹林巷三弄五号⟧
⟦6幢1单元⟧电梯困人
⟦翠竹里 8 号 501⟧长期噪音
⟦Unit 3, Room 204, Building 17⟧
The flat at ⟦Lane 30, No. 4, Room 201⟧ is damp.
漏水点在⟦柳岸新村31幢2单元503室⟧的卫生间
走访时敲开⟦翠柏里 17 弄 6 号 402⟧的门，老人独自在家
上门地址：⟦庄桥街道某村四组28号⟧
⟦5号楼3单元顶楼东户⟧反映屋面渗漏两年没人管
她住在⟦清河小区12-3-601⟧
the flat at ⟦Room 402, Unit 3, Building 17, Liuan Estate⟧
送餐到⟦双东坊七十六号三〇二⟧，每日十一点
""",
    "somebody 某": """
⟦张某⟧反映楼道灯坏了三个月。
⟦李某某⟧多次来电
⟦陈某⟧（女）称未收到补偿款
居民⟦王某某⟧、⟦赵某⟧先后来访
⟦欧阳某⟧来信
⟦周某某⟧之子已成年
投诉人⟦吴某⟧要求答复
⟦郑某某⟧夫妇不同意加装电梯
⟦徐××⟧反映邻居占用公摊
⟦胡ＸＸ⟧承租的公房漏雨
据⟦孙某⟧介绍，管道是去年换的
⟦林*⟧等五户联名
⟦朱某甲⟧与⟦朱某乙⟧因宅基地起争执
⟦沈 某 某⟧已回访
租户⟦钱某某⟧不肯搬
⟦孔某⟧、⟦冯某⟧两家共用一堵墙
⟦应某⟧诉称
经查，⟦裘某⟧擅自搭建
⟦诸葛某⟧未到场
低价承租公房的⟦陈某某⟧已退还差额
⟦李×华⟧家的违建于五月拆除
当事人⟦徐XX⟧不服处罚
申请人⟦郑**⟧要求公开拆迁协议
村民⟦胡某甲⟧与⟦胡某乙⟧为宅基地争了八年
""",
    "courtesy and kinship": """
⟦王大爷⟧说，路灯修好以后晚上敢出门了。
走访时⟦李阿姨⟧提出晾衣难
⟦张奶奶⟧今年八十二岁
⟦陈大妈⟧每天六点去早市
⟦赵先生⟧来电称发票未开
⟦钱女士⟧要求退费
⟦刘老伯⟧家屋顶漏雨
⟦孙师傅⟧在巷口修车二十年
⟦周大伯⟧带着我们看了排水沟
⟦吴婆婆⟧听不清，改为上门
⟦郑大姐⟧说办事跑了三趟
⟦冯老太⟧拄拐上五楼
⟦蒋叔叔⟧开的小店
⟦沈小姐⟧在线留言
⟦韩爷爷⟧是老党员
⟦老杨⟧家的水表总是不准，我们记下了
⟦小徐⟧刚毕业，租住在这里
⟦欧阳阿姨⟧也这样说
⟦戴嫂⟧把钥匙交给社区
感谢信由⟦傅老先生⟧亲手写成
⟦ 王　大　爷 ⟧签了字
⟦Mr Zhang⟧ said that the lamp is mended.
⟦Ms. Li⟧ asked for her money back.
⟦Mrs Chen⟧ can't climb the stairs.
⟦Auntie Wang⟧ keeps the key.
⟦Grandma Zhou⟧ is eighty-two.
⟦Uncle Liu⟧'s roof leaks.
⟦胡大爷⟧的菜地被占
我们陪⟦邵奶奶⟧去了趟医院
⟦翁阿姨⟧带头清楼道
⟦许先生⟧投诉快递柜收费
请⟦史女士⟧补交材料
⟦毛师傅⟧修了三天
⟦应老伯⟧送来锦旗
⟦Mr. Xu⟧ wrote twice.
⟦Granny Shao⟧ was glad.
三楼的⟦孙阿婆⟧腿脚不便，请求先装扶手
⟦老葛头⟧家的化粪池又满了
⟦王家姆妈⟧说，路灯亮了，夜里敢出门了
感谢信是⟦沈师母⟧托邻居送来的
⟦Grandma Xu⟧ has asked for a handrail since last autumn
⟦Mr Ye⟧ and his wife wait for the lift
⟦小戴夫妇⟧的早餐摊已进疏导点
""",
    "full name": """
居民⟦李建华⟧反映停车难
村民⟦王阿毛⟧家门前积水
联系人：⟦陈小芳⟧
户主⟦张伟⟧不同意搬迁
投诉人⟦周丽娟⟧，要求回复
姓名：⟦赵国强⟧　性别：男
申请人：⟦黄美玲⟧
业主⟦刘洋⟧在群里发了照片
租户⟦孙晓梅⟧已搬走
反映人⟦吴志明⟧
当事人⟦郑海燕⟧签收
住户⟦林 小 明⟧的电表
受助人⟦何秀英⟧
房东⟦马超⟧拒绝整改
⟦徐文静⟧（居民）说办证要跑三次
签名：⟦朱永康⟧
来信人是⟦胡佳⟧
死者家属⟦高翠兰⟧到场
低保户⟦谢桂花⟧
残疾人⟦宋大勇⟧申请坡道
困难党员⟦唐根土⟧
个体户⟦许阿三⟧的摊位
收件人：⟦欧阳静⟧
产权人⟦诸葛文⟧已签字
被访人：⟦方圆圆⟧，女
Resident ⟦Wang Xiaoming⟧ asked for a ramp.
Contact person: ⟦Chen Xiaofang⟧
Villager ⟦Li Jianhua⟧ signed the list.
Name: ⟦Zhou Lijuan⟧
The tenant, ⟦Sun Xiaomei⟧, has moved out.
居民⟦邵佩芬⟧致电
村民⟦裘阿兴⟧签了承诺书
联系人⟦翁建军⟧
业主⟦史晓东⟧拒不缴费
户主：⟦毛小青⟧
投诉人：⟦虞国良⟧，男，七十岁
租户⟦石磊⟧
申请人⟦应雪珍⟧已领证
住户⟦严文娟⟧的快件
受访者⟦柴荣⟧
Resident ⟦Shao Peifen⟧ rang.
Applicant: ⟦Yu Guoliang⟧
户主⟦董秋萍⟧在整改确认单上签了字
受访人：⟦钱立根⟧，七十一岁，退休纺织工
来访群众⟦诸葛云梅⟧等五人反映拆迁过渡费
第二户是⟦傅阿毛⟧家，屋后的沟一下雨就倒灌
⟦冯小娥⟧，女，1957年生，庄桥人
租客⟦罗贵生⟧（江西人）要求退还押金
遗属补助发给⟦贺珍妹⟧，每月二百八十元
the tenant, ⟦Luo Guisheng⟧, wants his deposit back
业主代表⟦施文彬⟧、⟦裘爱珠⟧参加了验收
投诉人姓名：⟦翁海燕⟧
结对帮扶对象⟦鲍根土⟧，今年要帮他把屋顶修好
""",
    "sensitive fact": """
⟦桃花苑3幢有一名精神病患者⟧
⟦李阿姨患有尿毒症，每周透析三次⟧
⟦村民王阿毛是低保户⟧
⟦居民赵某吸毒被强制戒毒⟧
⟦陈大妈的儿子刑满释放⟧
⟦5幢402室系艾滋病感染者⟧
⟦社区矫正对象周某⟧按时报到
⟦张奶奶确诊肺癌晚期⟧
⟦刘某因越级上访被劝返⟧
⟦孙晓梅（二级残疾）⟧申请补贴
⟦精神障碍患者吴某由其母照料⟧
⟦特困供养对象何秀英⟧
⟦马某乙肝阳性⟧
⟦贫困户唐根土家⟧要装灯
⟦茅湾村48号是五保户⟧
⟦郑海燕多次到北京信访⟧
⟦林小明患自闭症⟧
⟦冯老太患老年痴呆走失⟧
⟦3单元501的失独家庭⟧
⟦朱某离婚后欠债⟧
⟦Mr Zhang has lung cancer⟧.
⟦Resident Wang Xiaoming is HIV-positive⟧.
⟦Villager Li Jianhua receives the minimum living allowance⟧.
⟦Ms Chen's son was released from prison⟧.
⟦翁阿姨的丈夫瘫痪在床⟧
⟦居民裘某患抑郁症⟧
⟦永丰新村21幢住着一名吸毒人员⟧
⟦史女士乳腺癌术后⟧
⟦毛师傅是残疾人⟧
⟦村民应某某系低保边缘户⟧
⟦信访人虞国良多次进京⟧
⟦Mr Xu is disabled⟧.
⟦秦阿姨⟧尿毒症，每周透析三次，请求就近停车
他家⟦住柳岸新村6幢，儿子精神分裂症⟧，多次走失
⟦严师傅⟧去年底进京上访两次，已稳控
⟦12幢203室⟧为低保户，丈夫服刑
新增⟦艾滋病感染者1人，住⟧⟦翠柏里9弄4号⟧
""",
    "minor": """
学生⟦李小明⟧（9岁）放学路上被绊倒
⟦王乐乐，6岁，幼儿园大班⟧
⟦张子涵小朋友⟧写来一封信
⟦陈阿姨的孙子⟧在三（2）班读书
小学生⟦赵雨桐⟧提议装护栏
⟦周某某（14岁）⟧骑车摔伤
⟦12岁的女孩刘思思⟧
其子⟦吴浩然⟧在庄桥小学读四年级
⟦初二学生孙某⟧
⟦女婴小雨，三个月大，母亲陈小芳⟧
⟦8岁男童林小宝⟧落水
⟦郑家的双胞胎女儿，今年七岁⟧
留守儿童⟦何苗苗⟧
⟦Li Xiaoming, aged 9⟧, tripped on the kerb.
Pupil ⟦Wang Lele⟧ wrote to us.
⟦The six-year-old Zhang Zihan⟧
⟦应小虎，七岁⟧，在门口被车刮到
学生⟦毛一诺⟧的来信
⟦裘某某（11岁）⟧溺水获救
⟦邵奶奶的孙女⟧上幼儿园
⟦Shao Yinuo, 8⟧, a pupil
⟦留守儿童小雨⟧（9岁）放学后无人照看
⟦外来务工人员子女童童⟧，10岁，入学材料不齐
四年级学生⟦陶子涵⟧的课桌高度不合适
⟦8岁的女孩小月⟧ waits at the gate until seven
男孩⟦俊俊⟧今年六岁，父母离异，由外婆带
""",
    "secrecy mark": """
⟦机密★一年⟧
⟦秘密★⟧ 甬北委〔2014〕8号
⟦绝密⟧
⟦内部资料，注意保存⟧
⟦内部文件 不得外传⟧
⟦内部参考⟧，阅后收回
本件⟦密级：秘密⟧
⟦机 密⟧
⟦【内部资料】⟧第 6 期
⟦举报人：李建华⟧
⟦举报人系该公司员工⟧，住孔浦
⟦实名举报人王某⟧
⟦仅供内部使用⟧
⟦秘 密 ★ 5 年⟧
⟦未经批准不得公开⟧
⟦For internal use only⟧
⟦CONFIDENTIAL⟧ – district office
⟦The whistleblower is Zhou Lijuan⟧
⟦秘密⟧ ★ 3年
⟦内部通报⟧ 请勿外传
⟦此件不公开⟧
⟦机密级⟧文件
⟦Internal document⟧, not for publication
⟦机密★3年⟧
本件为⟦内部资料，请勿外传⟧
⟦举报人要求保密⟧，材料已封存
⟦密级：秘密⟧，解密日期另定
⟦绝密⟧　区委会议记录
⟦仅供领导参阅⟧
⟦不宜公开⟧：群众来信原件
⟦Internal use only⟧ – not for the website
""",
}
